package dev.dryrun.jlink;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.DebugElementsOption;
import java.lang.classfile.ClassFile.LineNumbersOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileElement;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.FieldTransform;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleParameterAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleTypeAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleTypeAnnotationsAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;

/// Rewrites class files so that they hold what a run reads, and no more.
///
/// An ahead-of-time cache keeps all constants and attributes of a class, and each start maps and
/// checks them. What only compilers and debuggers read goes: positions in sources, names of
/// variables, annotations that no run sees, and those of types, which tell checkers what may be
/// null, and generic types, but for those of annotated fields: these are a command's options. The
/// constants are collected anew, so that none stays behind unused.
///
/// A cache takes no class that lacks stack maps, and picocli is compiled for Java 5: left as it is,
/// its 160 classes would be read and verified at every start. Such classes get stack maps, and the
/// version of Java 8.
///
/// What the compiler leaves to be put together at the first call, and no cache keeps, is put
/// together here: [TypeSwitch] and [RecordMethod]. All other instructions stay the same.
///
/// @param loader finds the class files of supertypes, wherever they are
record LeanClasses(ClassLoader loader) {

    /// {@return the class file, rewritten}
    ///
    /// @param bytes a class file, but not that of a module's descriptor
    byte[] lean(byte[] bytes) {
        ClassFile classFile =
                ClassFile.of(
                        ConstantPoolSharingOption.NEW_POOL,
                        DebugElementsOption.DROP_DEBUG,
                        LineNumbersOption.DROP_LINE_NUMBERS,
                        StackMapsOption.GENERATE_STACK_MAPS,
                        ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(loader)));
        return classFile.transformClass(classFile.parse(bytes), ofClass());
    }

    private static ClassTransform ofClass() {
        FieldTransform field = FieldTransform.dropping(element -> !isRead(element));
        FieldTransform option = FieldTransform.dropping(LeanClasses::isForCompilers);
        return (builder, element) -> {
            switch (element) {
                case MethodModel model -> builder.transformMethod(model, LeanClasses::partOfMethod);
                case FieldModel model ->
                        builder.transformField(model, isAnnotated(model) ? option : field);
                case ClassFileVersion version -> builder.with(atLeastJava8(version));
                case ClassFileElement other when !isRead(other) -> {}
                default -> builder.with(element);
            }
        };
    }

    private static void partOfMethod(MethodBuilder builder, MethodElement element) {
        if (element instanceof CodeModel code) {
            RecordMethod.of(code)
                    .ifPresentOrElse(
                            method -> builder.withCode(method::write),
                            () -> builder.transformCode(code, LeanClasses::partOfCode));
        } else if (isRead(element)) {
            builder.with(element);
        }
    }

    private static void partOfCode(CodeBuilder builder, CodeElement element) {
        if (element instanceof InvokeDynamicInstruction call) {
            TypeSwitch.of(call)
                    .ifPresentOrElse(labels -> labels.answer(builder), () -> builder.with(element));
        } else if (isRead(element)) {
            builder.with(element);
        }
    }

    private static ClassFileVersion atLeastJava8(ClassFileVersion version) {
        return version.majorVersion() < ClassFile.JAVA_6_VERSION
                ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)
                : version;
    }

    private static boolean isAnnotated(FieldModel field) {
        return field.findAttribute(Attributes.runtimeVisibleAnnotations()).isPresent();
    }

    private static boolean isRead(ClassFileElement element) {
        return !(element instanceof SignatureAttribute || isForCompilers(element));
    }

    private static boolean isForCompilers(ClassFileElement element) {
        return element instanceof SourceFileAttribute
                || element instanceof RuntimeVisibleTypeAnnotationsAttribute
                || element instanceof RuntimeInvisibleTypeAnnotationsAttribute
                || element instanceof RuntimeInvisibleAnnotationsAttribute
                || element instanceof RuntimeInvisibleParameterAnnotationsAttribute;
    }
}
