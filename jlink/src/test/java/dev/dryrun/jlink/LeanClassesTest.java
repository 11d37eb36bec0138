package dev.dryrun.jlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LeanClassesTest {

    private static final String SAMPLE = LeanSample.class.getName();

    private final Map<String, byte[]> lean = leanSample();

    @Test
    void switchesAndRecordsAnswerAsBefore() throws Exception {
        assertThat(answers(new Rewritten(lean).loadClass(SAMPLE))).isEqualTo(LeanSample.answers());
    }

    @Test
    void nothingOfASwitchOrARecordsEqualityIsLeftToTheFirstCall() {
        assertThat(lean).hasSizeGreaterThan(6);
        assertThat(lean.values().stream().flatMap(bytes -> calls(bytes).stream()))
                .contains("toString")
                .doesNotContain("typeSwitch", "equals", "hashCode");
    }

    @Test
    void theGenericTypeOfAnAnnotatedFieldIsAllThatIsKeptOfSuch() throws Exception {
        Class<?> type = new Rewritten(lean).loadClass(SAMPLE);
        Field option = type.getDeclaredField("option");
        Field other = type.getDeclaredField("other");
        Class<?> pair = type.getClassLoader().loadClass(SAMPLE + "$Pair");

        assertThat(option.getGenericType()).isInstanceOf(ParameterizedType.class);
        assertThat(option.getAnnotations()).hasSize(1);
        assertThat(other.getGenericType()).isEqualTo(Map.class);
        assertThat(pair.getDeclaredField("second").getAnnotatedType().getAnnotations()).isEmpty();
    }

    @Test
    void whatIsRewrittenTwiceIsTheSame() {
        LeanClasses classes = new LeanClasses(LeanClassesTest.class.getClassLoader());

        lean.forEach((name, bytes) -> assertThat(classes.lean(bytes)).as(name).isEqualTo(bytes));
    }

    private static List<String> calls(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        return model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(CodeModel::elementStream)
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(call -> ((InvokeDynamicInstruction) call).name().stringValue())
                .toList();
    }

    private static String answers(Class<?> type) throws ReflectiveOperationException {
        Method answers = type.getDeclaredMethod("answers");
        answers.setAccessible(true);
        return (String) answers.invoke(null);
    }

    private static Map<String, byte[]> leanSample() {
        LeanClasses classes = new LeanClasses(LeanClassesTest.class.getClassLoader());
        Map<String, byte[]> all = new TreeMap<>();
        all.put(SAMPLE, classes.lean(bytes(LeanSample.class)));
        for (Class<?> inner : LeanSample.class.getDeclaredClasses()) {
            all.put(inner.getName(), classes.lean(bytes(inner)));
        }
        return all;
    }

    private static byte[] bytes(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Defines the sample anew, whatever its parent has.
    private static final class Rewritten extends ClassLoader {

        private final Map<String, byte[]> classes;

        Rewritten(Map<String, byte[]> classes) {
            super(LeanClassesTest.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? defineClass(name, bytes, 0, bytes.length) : known;
        }
    }
}
