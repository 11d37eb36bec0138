package dev.dryrun.testkit;

import dev.dryrun.testkit.Mutants.Mutant;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Compiles mutants in memory, against the classes of the running test. Not safe for concurrent
/// calls.
public final class MutantCompiler {

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    private final List<String> options =
            List.of(
                    "-proc:none",
                    "-nowarn",
                    "-classpath",
                    System.getProperty("jdk.module.path", "")
                            + File.pathSeparator
                            + Command.classPath());

    /// {@return the class and those within it by binary name; empty when it does not compile}
    ///
    /// @param mutant which
    public Optional<Map<String, byte[]>> compile(Mutant mutant) {
        Output output = new Output(files);
        boolean compiled =
                compiler.getTask(
                                null,
                                output,
                                new DiagnosticCollector<>(),
                                options,
                                null,
                                List.of(new Source(mutant)))
                        .call();
        Map<String, byte[]> classes = new HashMap<>();
        output.classes.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return compiled ? Optional.of(classes) : Optional.empty();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Mutant mutant) {
            super(URI.create("memory:///" + mutant.type() + ".java"), Kind.SOURCE);
            this.text = mutant.source();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        Output(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
