package dev.dryrun.jlink;

import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rewrites class files of before Java 6 as class files of Java 8.
///
/// An ahead-of-time cache takes no class that lacks stack maps, and picocli is compiled for Java 5:
/// left as it is, its 160 classes are read and verified at every start. The instructions stay the
/// same; only the version and the stack maps are new.
///
/// @param resource finds the class file of a type in the same jar, or null when it is elsewhere
record OldClasses(Function<ClassDesc, @Nullable InputStream> resource) {

    private static final int MAJOR_VERSION_AT = 6;

    /// {@return whether the class file is that old}
    ///
    /// @param bytes a class file
    static boolean isOld(byte[] bytes) {
        int major =
                Byte.toUnsignedInt(bytes[MAJOR_VERSION_AT]) * 256
                        + Byte.toUnsignedInt(bytes[MAJOR_VERSION_AT + 1]);
        return major < ClassFile.JAVA_6_VERSION;
    }

    /// {@return the class file, rewritten}
    ///
    /// @param bytes a class file of before Java 6
    byte[] modernised(byte[] bytes) {
        ClassHierarchyResolver here = ClassHierarchyResolver.ofResourceParsing(resource);
        ClassFile classFile =
                ClassFile.of(
                        StackMapsOption.GENERATE_STACK_MAPS,
                        ClassHierarchyResolverOption.of(
                                here.orElse(ClassHierarchyResolver.defaultResolver())));
        ClassTransform version =
                (builder, element) ->
                        builder.with(
                                element instanceof ClassFileVersion
                                        ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)
                                        : element);
        return classFile.transformClass(
                classFile.parse(bytes),
                version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
    }
}
