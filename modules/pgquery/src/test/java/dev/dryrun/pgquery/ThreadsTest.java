package dev.dryrun.pgquery;

import static dev.dryrun.pgquery.Parser.PARSER;
import static dev.dryrun.pgquery.Parser.error;
import static dev.dryrun.pgquery.Parser.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.RangeVar;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    private static final int ROUNDS = 50;

    @Test
    void platformThreadsGetTheirOwnAnswers() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            assertThat(run(threads, 8)).isEqualTo(8 * ROUNDS);
        }
    }

    @Test
    void virtualThreadsGetTheirOwnAnswers() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(run(threads, 200)).isEqualTo(200 * ROUNDS);
        }
    }

    @Test
    void aCallerWithATinyStackIsSafe() throws Exception {
        FutureTask<ParseError> deep =
                new FutureTask<>(() -> error(PARSER.parse("SELECT 1" + "+1".repeat(200_000))));
        FutureTask<Integer> shallow =
                new FutureTask<>(
                        () -> tree("SELECT 1" + "+1".repeat(1_000)).find(AExpr.class).size());
        for (FutureTask<?> task : List.of(deep, shallow)) {
            Thread thread = new Thread(null, task, "tiny", 64 * 1024);
            thread.start();
            thread.join();
        }

        assertThat(deep.get().message()).isEqualTo("stack depth limit exceeded");
        assertThat(shallow.get()).isEqualTo(1_000);
    }

    @Test
    void anInterruptedCallerGetsItsAnswerAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        ParseTree tree = tree("SELECT 1");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(tree.statements()).hasSize(1);
    }

    /// Each thread asks for names that only it asks for, and for errors in between.
    private static int run(ExecutorService executor, int threads) throws Exception {
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            Callable<Integer> task = () -> ask(number);
            answers.add(executor.submit(task));
        }
        int right = 0;
        for (Future<Integer> answer : answers) {
            right += answer.get();
        }
        return right;
    }

    private static int ask(int number) {
        int right = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String name = "t_" + number + "_" + round;
            boolean good =
                    name.equals(
                            tree("SELECT * FROM " + name)
                                    .find(RangeVar.class)
                                    .getFirst()
                                    .relname());
            boolean bad =
                    error(PARSER.parse("SELECT FROM " + name + " " + name + " " + name))
                            .message()
                            .equals("syntax error at or near \"" + name + "\"");
            right += good && bad ? 1 : 0;
        }
        return right;
    }
}
