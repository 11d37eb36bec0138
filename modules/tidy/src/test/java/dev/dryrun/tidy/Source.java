package dev.dryrun.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The Java sources of the repository, parsed and not resolved.
final class Source {

    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final Path file;

    private Source(CompilationUnitTree unit, DocTrees trees) {
        this.unit = unit;
        this.trees = trees;
        this.file = Path.of(unit.getSourceFile().toUri());
    }

    static List<Source> all() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(Tree.files(".java")));
            DocTrees trees = DocTrees.instance(task);
            return parsed(task).stream().map(unit -> new Source(unit, trees)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CompilationUnitTree> parsed(JavacTask task) throws IOException {
        List<CompilationUnitTree> units = new ArrayList<>();
        task.parse().forEach(units::add);
        return units;
    }

    Path file() {
        return file;
    }

    CompilationUnitTree unit() {
        return unit;
    }

    /// {@return the file, and the line that a position is in, for messages}
    String at(long position) {
        return Tree.shown(file) + ":" + line(position);
    }

    long line(long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    long start(com.sun.source.tree.Tree tree) {
        return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    long end(com.sun.source.tree.Tree tree) {
        return trees.getSourcePositions().getEndPosition(unit, tree);
    }

    boolean hasJavadoc(TreePath path) {
        return trees.getDocComment(path) != null;
    }

    void scan(TreePathScanner<Void, Void> scanner) {
        scanner.scan(unit, null);
    }

    boolean isTest() {
        return Tree.shown(file).contains("src/test/");
    }
}
