package dev.dryrun.testkit;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Copies of a class in each of which one thing is left out: a statement, a call (what it was given
/// or called on stands instead), one side of a condition, one element of a set.
public final class Mutants {

    private Mutants() {}

    /// One of them.
    ///
    /// @param type the simple name of the class
    /// @param line where, from 1
    /// @param before what stood there, on one line
    /// @param after what stands there instead; empty where it is left out
    /// @param source the whole file
    public record Mutant(String type, int line, String before, String after, String source) {

        /// {@return what was changed, on one line}
        public String change() {
            return type + ": " + before + " -> " + (after.isEmpty() ? "nothing" : after);
        }
    }

    /// {@return the mutants of a class in the order of its text; not all of them compile}
    ///
    /// @param file its source
    /// @throws IOException when it cannot be read
    public static List<Mutant> of(Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task =
                (JavacTask)
                        compiler.getTask(
                                null,
                                null,
                                null,
                                List.of("-proc:none"),
                                null,
                                compiler.getStandardFileManager(null, null, null)
                                        .getJavaFileObjects(file));
        Scanner scanner =
                new Scanner(
                        file.getFileName().toString().replace(".java", ""),
                        Files.readString(file),
                        Trees.instance(task).getSourcePositions());
        for (CompilationUnitTree unit : task.parse()) {
            scanner.unit = unit;
            scanner.scan(unit, 0);
        }
        return scanner.mutants;
    }

    private static final class Scanner extends TreeScanner<@Nullable Void, Integer> {

        private final List<Mutant> mutants = new ArrayList<>();
        private final Set<String> sources = new HashSet<>();
        private final String type;
        private final String text;
        private final SourcePositions positions;
        private @Nullable CompilationUnitTree unit;

        Scanner(String type, String text, SourcePositions positions) {
            this.type = type;
            this.text = text;
            this.positions = positions;
        }

        @Override
        public @Nullable Void visitExpressionStatement(
                ExpressionStatementTree node, Integer depth) {
            replace(node, ";");
            return super.visitExpressionStatement(node, depth);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree node, Integer depth) {
            node.getArguments().forEach(argument -> replace(node, of(argument)));
            if (node.getMethodSelect() instanceof MemberSelectTree select) {
                replace(node, of(select.getExpression()));
                if (select.getIdentifier().contentEquals("of")) {
                    leaveOutEach(node, select);
                }
            }
            return super.visitMethodInvocation(node, depth);
        }

        private void leaveOutEach(MethodInvocationTree call, MemberSelectTree select) {
            for (int out = 0; out < call.getArguments().size(); out++) {
                List<String> rest = new ArrayList<>();
                for (int i = 0; i < call.getArguments().size(); i++) {
                    if (i != out) {
                        rest.add(of(call.getArguments().get(i)));
                    }
                }
                replace(call, of(select) + "(" + String.join(", ", rest) + ")");
            }
        }

        @Override
        public @Nullable Void visitConditionalExpression(
                ConditionalExpressionTree node, Integer depth) {
            replace(node, of(node.getTrueExpression()));
            replace(node, of(node.getFalseExpression()));
            return super.visitConditionalExpression(node, depth);
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree node, Integer depth) {
            if (node.getKind() == Tree.Kind.CONDITIONAL_AND
                    || node.getKind() == Tree.Kind.CONDITIONAL_OR) {
                replace(node, of(node.getLeftOperand()));
                replace(node, of(node.getRightOperand()));
            }
            return super.visitBinary(node, depth);
        }

        @Override
        public @Nullable Void visitUnary(UnaryTree node, Integer depth) {
            if (node.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
                replace(node, of(node.getExpression()));
            }
            return super.visitUnary(node, depth);
        }

        @Override
        public @Nullable Void visitIf(IfTree node, Integer depth) {
            replace(node.getCondition(), "(true)");
            replace(node.getCondition(), "(false)");
            return super.visitIf(node, depth);
        }

        private String of(Tree tree) {
            return text.substring(start(tree), end(tree));
        }

        private int start(Tree tree) {
            return (int) positions.getStartPosition(unit, tree);
        }

        private int end(Tree tree) {
            return (int) positions.getEndPosition(unit, tree);
        }

        private void replace(Tree tree, String by) {
            int start = start(tree);
            String source = text.substring(0, start) + by + text.substring(end(tree));
            if (sources.add(source)) {
                int line = (int) text.substring(0, start).lines().count();
                mutants.add(
                        new Mutant(
                                type,
                                line,
                                oneLine(of(tree)),
                                by.equals(";") ? "" : oneLine(by),
                                source));
            }
        }

        private static String oneLine(String code) {
            return code.replaceAll("\\s+", " ");
        }
    }
}
