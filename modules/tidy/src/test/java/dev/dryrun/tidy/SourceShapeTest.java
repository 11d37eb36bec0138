package dev.dryrun.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/// The house style that no compiler flag enforces.
final class SourceShapeTest {

    private static final int FILE_LINES_MAX = 500;
    private static final int METHOD_LINES_MAX = 70;
    private static final int COLUMNS_MAX = 100;

    /// Written so that this file does not hold the words itself.
    private static final Pattern LEFTOVER =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private static final Pattern VAGUE_TYPE =
            Pattern.compile(".*(Utils?|Helpers?|Managers?|Impl|Common)");
    private static final Pattern VAGUE_PACKAGE =
            Pattern.compile("(.*\\.)?(utils?|common|impl|helpers?|managers?)(\\..*)?");

    private static final List<Source> SOURCES = Source.all();

    @Test
    void thereAreSourcesToLookAt() {
        assertThat(SOURCES).hasSizeGreaterThan(50);
    }

    @Test
    void noFileIsTooLong() {
        List<String> found = new ArrayList<>();
        for (Path file : Tree.files(".java")) {
            long lines = Tree.text(file).lines().count();
            if (lines > FILE_LINES_MAX) {
                found.add(Tree.shown(file) + " has " + lines + " lines");
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noLineIsTooLong() {
        List<String> wide = new ArrayList<>();
        for (Path file : Tree.files(".java")) {
            List<String> lines = Tree.text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                int columns = lines.get(i).codePointCount(0, lines.get(i).length());
                if (columns > COLUMNS_MAX) {
                    wide.add(Tree.shown(file) + ":" + (i + 1) + " has " + columns + " columns");
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void noMethodIsTooLong() {
        List<String> found = new ArrayList<>();
        for (Source source : SOURCES) {
            source.scan(
                    new TreePathScanner<>() {
                        @Override
                        public Void visitMethod(MethodTree method, Void nothing) {
                            long first = source.line(source.start(method));
                            long lines = source.line(source.end(method)) - first + 1;
                            if (lines > METHOD_LINES_MAX) {
                                found.add(
                                        source.at(source.start(method))
                                                + " "
                                                + method.getName()
                                                + " has "
                                                + lines
                                                + " lines");
                            }
                            return super.visitMethod(method, null);
                        }
                    });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyVariableNamesItsType() {
        List<String> found = new ArrayList<>();
        for (Source source : SOURCES) {
            source.scan(
                    new TreePathScanner<>() {
                        @Override
                        public Void visitVariable(VariableTree variable, Void nothing) {
                            boolean ofLambda =
                                    getCurrentPath().getParentPath().getLeaf()
                                            instanceof LambdaExpressionTree;
                            if (variable.getType() == null && !ofLambda) {
                                found.add(source.at(source.start(variable)));
                            }
                            return super.visitVariable(variable, null);
                        }
                    });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyImportNamesOneThing() {
        List<String> found = new ArrayList<>();
        for (Source source : SOURCES) {
            for (ImportTree it : source.unit().getImports()) {
                if (it.isModule() || it.getQualifiedIdentifier().toString().endsWith(".*")) {
                    found.add(source.at(source.start(it)));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noNameIsVague() {
        List<String> found = new ArrayList<>();
        for (Source source : SOURCES) {
            if (source.unit().getPackageName() != null) {
                String name = source.unit().getPackageName().toString();
                if (VAGUE_PACKAGE.matcher(name).matches()) {
                    found.add(Tree.shown(source.file()) + ": " + name);
                }
            }
            source.scan(
                    new TreePathScanner<>() {
                        @Override
                        public Void visitClass(ClassTree type, Void nothing) {
                            if (VAGUE_TYPE.matcher(type.getSimpleName()).matches()) {
                                found.add(source.at(source.start(type)));
                            }
                            return super.visitClass(type, null);
                        }
                    });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        List<String> found = new ArrayList<>();
        SOURCES.stream()
                .filter(source -> !source.isTest())
                .forEach(source -> source.scan(new UndocumentedTypes(source, found)));
        assertThat(found).isEmpty();
    }

    @Test
    void documentationIsMarkdown() {
        List<String> found = new ArrayList<>();
        for (Path file : Tree.files(".java")) {
            List<String> lines = Tree.text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).strip().startsWith("/**")) {
                    found.add(Tree.shown(file) + ":" + (i + 1));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        List<String> found = new ArrayList<>();
        for (Path file : Tree.files()) {
            Tree.textIfAny(file)
                    .filter(text -> LEFTOVER.matcher(text).find())
                    .ifPresent(text -> found.add(Tree.shown(file)));
        }
        assertThat(found).isEmpty();
    }

    private static final class UndocumentedTypes extends TreePathScanner<Void, Void> {

        private final Source source;
        private final List<String> found;

        UndocumentedTypes(Source source, List<String> found) {
            this.source = source;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (isPublic(getCurrentPath()) && !source.hasJavadoc(getCurrentPath())) {
                boolean constant =
                        getCurrentPath().getParentPath().getLeaf() instanceof ClassTree outer
                                && outer.getKind() == com.sun.source.tree.Tree.Kind.ENUM;
                if (!constant) {
                    found.add(source.at(source.start(type)) + " " + type.getSimpleName());
                }
            }
            return super.visitClass(type, null);
        }

        /// Public itself and in everything it stands in; members of interfaces are public unsaid.
        private static boolean isPublic(TreePath path) {
            for (TreePath it = path; it != null; it = it.getParentPath()) {
                if (it.getLeaf() instanceof ClassTree type) {
                    boolean inInterface =
                            it.getParentPath().getLeaf() instanceof ClassTree outer
                                    && outer.getKind() == com.sun.source.tree.Tree.Kind.INTERFACE;
                    if (!inInterface && !type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                        return false;
                    }
                } else if (!(it.getLeaf() instanceof com.sun.source.tree.CompilationUnitTree)) {
                    return false;
                }
            }
            return true;
        }
    }
}
