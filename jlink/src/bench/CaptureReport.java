import dev.dryrun.testkit.BigSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The figures of a run as a page of Markdown, with the bars they have to clear.
final class CaptureReport {

    private static final double KB = 1e3;
    private static final double MB = 1e6;

    private final String dump;
    private final int runs;
    private final List<Row> rows = new ArrayList<>();

    /// What became of the file.
    ///
    /// @param bytes after the first capture
    /// @param growth bytes for each `snapshot take` of an unchanged database, checkpointed
    /// @param schemaGrowth the same for a capture of the schema alone
    record Stored(long bytes, long growth, long schemaGrowth) {}

    private record Row(
            BigSchema schema,
            List<Measured> dumps,
            List<Measured> takes,
            long peakKb,
            List<Measured> again,
            Stored stored,
            Lookups lookups) {

        /// Of every turn: what disturbs the machine for seconds falls on both. The lowest first.
        double[] ratios() {
            return IntStream.range(0, takes.size())
                    .mapToDouble(turn -> takes.get(turn).wallMs() / dumps.get(turn).wallMs())
                    .sorted()
                    .toArray();
        }

        String ratio() {
            return "%.2f".formatted(Measured.median(ratios()));
        }

        String ratioRange() {
            double[] sorted = ratios();
            return "%.2f to %.2f".formatted(sorted[0], sorted[sorted.length - 1]);
        }
    }

    CaptureReport(String dump, int runs) {
        this.dump = dump;
        this.runs = runs;
    }

    void add(
            BigSchema schema,
            List<Measured> dumps,
            List<Measured> takes,
            long peakKb,
            List<Measured> again,
            Stored stored,
            Lookups lookups) {
        rows.add(new Row(schema, dumps, takes, peakKb, again, stored, lookups));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("# What a capture costs\n\n");
        text.append("Written by `./dev bench capture`: ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" cores, ")
                .append(System.getProperty("os.name"))
                .append(", JDK ")
                .append(Runtime.version().feature())
                .append(", ")
                .append(dump)
                .append(".\nMedians of ")
                .append(runs)
                .append(" runs in turns; client and server share the machine. A table has ten")
                .append(" columns, two indexes and\nhalf a function; every tenth is filled and")
                .append(" analysed. `snapshot take` stores definitions, planner statistics\nand")
                .append(" counters; `pg_dump --schema-only` writes definitions.\n\n");
        head(text);
        line(text, "columns", "", row -> "%,d".formatted(row.schema.columns()));
        line(text, "indexes", "", row -> "%,d".formatted(row.schema.indexes()));
        line(text, "functions", "", row -> "%,d".formatted(row.schema.functions()));
        line(text, "`pg_dump --schema-only`", "", row -> ms(Measured.median(row.dumps)));
        line(text, "`snapshot take`, first", "", row -> ms(Measured.median(row.takes)));
        line(text, "… of `pg_dump`'s time in the same turn", "≤ 1.00", Row::ratio);
        line(text, "… the lowest and the highest", "", Row::ratioRange);
        line(
                text,
                "… for each 1,000 tables",
                "",
                row -> ms(Measured.median(row.takes) * KB / row.schema.tables()));
        line(text, "… peak memory", "< 512 MB", row -> mb(row.peakKb * 1024));
        line(text, "`snapshot take`, unchanged", "", row -> ms(Measured.median(row.again)));
        line(text, "file", "", row -> mb(row.stored.bytes));
        line(
                text,
                "… for each table",
                "",
                row -> "%,d B".formatted(row.stored.bytes / row.schema.tables()));
        line(
                text,
                "… growth by the schema alone, unchanged",
                "< 4096 B",
                row -> "%,d B".formatted(row.stored.schemaGrowth));
        line(
                text,
                "… growth by a whole `take`, unchanged",
                "",
                row -> "%,d B".formatted(row.stored.growth));
        line(text, "lookup of one table, warm", "< 5 ms", row -> small(row.lookups.warmMs()));
        line(text, "open and first lookup, warm", "< 100 ms", row -> small(row.lookups.openMs()));
        line(text, "`describe_table` over MCP", "", row -> small(row.lookups.agentMs()));
        line(
                text,
                "… peak memory of the server",
                "",
                row -> mb(row.lookups.agentPeakKb() * 1024));
        return text.toString();
    }

    private void head(StringBuilder text) {
        text.append("| tables | bar |");
        rows.forEach(row -> text.append(" %,d |".formatted(row.schema.tables())));
        text.append("\n|---|---|");
        rows.forEach(_ -> text.append("--:|"));
        text.append('\n');
    }

    private void line(StringBuilder text, String name, String bar, Function<Row, String> figure) {
        text.append("| ").append(name).append(" | ").append(bar).append(" |");
        rows.forEach(row -> text.append(' ').append(figure.apply(row)).append(" |"));
        text.append('\n');
    }

    private static String ms(double ms) {
        return String.format(Locale.ROOT, "%,.0f ms", ms);
    }

    private static String small(double ms) {
        return String.format(Locale.ROOT, "%.2f ms", ms);
    }

    private static String mb(double bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MB);
    }
}
