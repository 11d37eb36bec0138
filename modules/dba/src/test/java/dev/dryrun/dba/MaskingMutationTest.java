package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.capture.ConnectionTarget;
import dev.dryrun.capture.ConnectionUri;
import dev.dryrun.capture.SessionGuards;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.ColumnLinks;
import dev.dryrun.model.ColumnName;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.testkit.MutantCompiler;
import dev.dryrun.testkit.Mutants;
import dev.dryrun.testkit.Mutants.Mutant;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The search for canaries can fail: the masking code is changed in one place after the other, and
/// what it lets through is found.
final class MaskingMutationTest {

    private static final boolean ALL = Boolean.getBoolean("dryrun.test.all");

    /// In a default run one mutant of so many is tried: of each class some.
    private static final int EVERY = ALL ? 1 : 29;

    private static final Path ROOT = Path.of(System.getProperty("dryrun.root", "../.."));
    private static final Path SOURCES =
            ROOT.resolve("modules/masking/src/main/java/dev/dryrun/masking");
    private static final Path KNOWN =
            ROOT.resolve("modules/dba/src/test/resources/dev/dryrun/dba/harmless-mutants.txt");

    private static final Path PAGE = ROOT.resolve("docs/explanation/masking-mutants.md");

    private static final String ABOUT =
            """
            # Mutants of the masking code

            The canary test can fail: `MaskingMutationTest` leaves out of the masking code one
            statement, call, side of a condition or element of a set after the other, masks with
            what is left a database that is full of canaries, as a capture and as an import do, and
            searches the result. `./dev test --all` tries every mutant and writes each with the
            canary that gave it away to `modules/dba/target/masking-mutants.txt`; a default run
            tries every 29th.

            - *found*: a canary is found.
            - *fails*: an error, or no end. Nothing is written then.
            - *more*: no canary, but another result: what may be seen is hidden, or it is said
              otherwise.
            - *none*: no difference. Each of these stands with its reason in
              `harmless-mutants.txt` beside the test; one that does not fails it.

            | class | found | fails | more | none |
            |---|--:|--:|--:|--:|
            """;

    /// What takes values out, and what decides whose. What a strategy puts in their place is held
    /// to its contract, not to the canaries.
    private static final List<String> CLASSES =
            List.of(
                    "ColumnMap",
                    "DefinitionLinks",
                    "DefinitionMask",
                    "ExpressionNames",
                    "HiddenColumns",
                    "LiteralMask",
                    "MadeTypes",
                    "MaskRules",
                    "MaskedTexts",
                    "Masker",
                    "NormalizedText",
                    "QueryMasker",
                    "Reach",
                    "RelationMask",
                    "StatisticsMask",
                    "TableMask",
                    "ViewMask");

    @TempDir private Path folder;

    /// What became of a mutant.
    private enum Fate {
        /// A canary was found.
        FOUND("a canary is found"),
        /// It ended with an error, or not at all.
        FAILED("fails"),
        /// No canary, but not what the code gives: something is hidden that need not be.
        DIFFERENT("hides more or says it otherwise"),
        SAME("no difference");

        private final String words;

        Fate(String words) {
            this.words = words;
        }
    }

    @Test
    void whatAChangedMaskLetsThroughIsFound() throws IOException {
        RawCapture raw = read();
        SortedMap<String, String> right = new MaskRun().apply(raw);
        assertThat(Canaries.found(right)).isEmpty();
        assertThat(outcome(Map.of(), raw, right)).isEqualTo(new Outcome(Fate.SAME, ""));
        MutantCompiler compiler = new MutantCompiler();
        Map<String, Map<Fate, Integer>> fates = new TreeMap<>();
        List<String> report = new ArrayList<>();
        List<String> survivors = new ArrayList<>();
        for (Mutant mutant : mutants()) {
            Optional<Map<String, byte[]>> classes = compiler.compile(mutant);
            if (classes.isPresent()) {
                Outcome outcome = outcome(classes.get(), raw, right);
                fates.computeIfAbsent(mutant.type(), _ -> new EnumMap<>(Fate.class))
                        .merge(outcome.fate, 1, Integer::sum);
                report.add(
                        "%s | line %d | %s | %s"
                                .formatted(
                                        mutant.change(),
                                        mutant.line(),
                                        outcome.fate.words,
                                        outcome.what));
                if (outcome.fate == Fate.SAME) {
                    survivors.add(mutant.change());
                }
            }
        }
        Path file = Files.createDirectories(Path.of("target")).resolve("masking-mutants.txt");
        Files.write(file, report);

        assertThat(sum(fates, Fate.FOUND)).isGreaterThan(ALL ? 250 : 3);
        List<String> known =
                Files.readAllLines(KNOWN).stream().map(line -> line.split(" \\| ", 2)[0]).toList();
        assertThat(survivors).as("see " + file).isSubsetOf(known);
        if (ALL && System.getProperty("golden", "").equals("update")) {
            Files.writeString(PAGE, page(fates));
        }
        if (ALL) {
            assertThat(Files.readString(PAGE)).isEqualTo(page(fates));
        }
    }

    private static int sum(Map<String, Map<Fate, Integer>> fates, Fate fate) {
        return fates.values().stream().mapToInt(of -> of.getOrDefault(fate, 0)).sum();
    }

    private static String page(Map<String, Map<Fate, Integer>> fates) {
        StringBuilder page = new StringBuilder(ABOUT);
        fates.forEach((type, of) -> {
            page.append("| ").append(type);
            for (Fate fate : Fate.values()) {
                page.append(" | ").append(of.getOrDefault(fate, 0));
            }
            page.append(" |\n");
        });
        page.append("| all");
        for (Fate fate : Fate.values()) {
            page.append(" | ").append(sum(fates, fate));
        }
        return page.append(" |\n").toString();
    }

    private static List<Mutant> mutants() throws IOException {
        List<Mutant> all = new ArrayList<>();
        for (String name : CLASSES) {
            all.addAll(Mutants.of(SOURCES.resolve(name + ".java")));
        }
        List<Mutant> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += EVERY) {
            some.add(all.get(i));
        }
        return some;
    }

    private record Outcome(Fate fate, String what) {}

    private static Outcome outcome(
            Map<String, byte[]> classes, RawCapture raw, SortedMap<String, String> right) {
        CompletableFuture<SortedMap<String, String>> run = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> complete(run, classes, raw));
        try {
            SortedMap<String, String> masked = run.get(10, TimeUnit.SECONDS);
            List<String> found = Canaries.found(masked);
            if (!found.isEmpty()) {
                return new Outcome(Fate.FOUND, found.getFirst().replaceAll("\\s+", " "));
            }
            return new Outcome(masked.equals(right) ? Fate.SAME : Fate.DIFFERENT, "");
        } catch (ExecutionException e) {
            return new Outcome(Fate.FAILED, name(e.getCause()));
        } catch (TimeoutException e) {
            return new Outcome(Fate.FAILED, "does not end");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(@Nullable Throwable error) {
        return error == null ? "" : error.getClass().getSimpleName();
    }

    /// Whatever a changed class does, it does to itself.
    private static void complete(
            CompletableFuture<SortedMap<String, String>> run,
            Map<String, byte[]> classes,
            RawCapture raw) {
        try {
            run.complete(new Loader(classes).run().apply(raw));
        } catch (RuntimeException | Error | ReflectiveOperationException e) {
            run.completeExceptionally(e);
        }
    }

    /// Loads the masking code anew, with the changed class in it.
    private static final class Loader extends ClassLoader {
        private static final String MASKING = "dev.dryrun.masking.";
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(MaskingMutationTest.class.getClassLoader());
            this.classes = classes;
        }

        @SuppressWarnings("unchecked")
        Function<RawCapture, SortedMap<String, String>> run() throws ReflectiveOperationException {
            return (Function<RawCapture, SortedMap<String, String>>)
                    loadClass(MaskRun.class.getName()).getConstructor().newInstance();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!isMasking(name) && !name.equals(MaskRun.class.getName())) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        /// The interface of strategies is no part of it: what the module provides implements that.
        private static boolean isMasking(String name) {
            return name.startsWith(MASKING) && !name.startsWith(MASKING + "spi.");
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            Class<?> near = isMasking(name) ? Masker.class : MaskRun.class;
            try (InputStream in =
                    near.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                byte[] code = bytes == null ? Objects.requireNonNull(in).readAllBytes() : bytes;
                return defineClass(name, code, 0, code.length);
            } catch (IOException | NullPointerException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private RawCapture read() throws IOException {
        try (PostgresServer server = Canaries.server(PostgresVersion.V18)) {
            Path policy = folder.resolve("policy.yml");
            Files.writeString(policy, Canaries.policy(server));
            ConnectionTarget target =
                    ConnectionUri.parse(server.url(Canaries.DATABASE, "postgres"), Map.of());
            RawCapture raw =
                    new RawCapture(
                            policy,
                            new ArrayList<>(),
                            new ArrayList<>(),
                            new ArrayList<>(),
                            new ArrayList<>());
            SessionGuards guards = SessionGuards.DEFAULT;
            try (CaptureSession session =
                    CaptureSession.open(
                            target,
                            new SessionGuards(
                                    guards.statementTimeout(),
                                    guards.lockTimeout(),
                                    guards.idleInTransactionTimeout(),
                                    true))) {
                session.readColumnLinks(new Recorder(raw.links()));
                session.readSchema(raw.objects()::add);
                session.readPlanner(raw.statistics()::add);
                session.readQueries(Integer.MAX_VALUE, raw.queries()::add);
            }
            return raw;
        }
    }

    /// Notes what it is told, to say it again.
    private record Recorder(List<Consumer<ColumnLinks>> told) implements ColumnLinks {

        @Override
        public void column(ColumnName column, String type) {
            told.add(links -> links.column(column, type));
        }

        @Override
        public void flows(ColumnName from, ColumnName to) {
            told.add(links -> links.flows(from, to));
        }

        @Override
        public void reads(QualifiedName view, ColumnName column) {
            told.add(links -> links.reads(view, column));
        }

        @Override
        public void divides(ColumnName column) {
            told.add(links -> links.divides(column));
        }

        @Override
        public void type(QualifiedName type, List<String> parts) {
            told.add(links -> links.type(type, parts));
        }

        @Override
        public void lists(QualifiedName type) {
            told.add(links -> links.lists(type));
        }

        @Override
        public void serves(QualifiedName function, QualifiedName owner) {
            told.add(links -> links.serves(function, owner));
        }
    }
}
