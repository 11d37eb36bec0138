package dev.dryrun.query;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.Certainty;
import dev.dryrun.model.Relation;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.SqlCorrection;
import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlFix;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.model.SqlPlaces;
import dev.dryrun.model.SqlWarning;
import dev.dryrun.model.StarColumns;
import dev.dryrun.model.StatementVerdict;
import dev.dryrun.pgquery.EditedText;
import dev.dryrun.pgquery.ParseError;
import dev.dryrun.pgquery.ParseResult;
import dev.dryrun.pgquery.ParseTree;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.Placeholders;
import dev.dryrun.pgquery.PsqlScript;
import dev.dryrun.pgquery.SplitStatement;
import dev.dryrun.pgquery.Statement;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.query.pattern.Meanings;
import dev.dryrun.query.pattern.Patterns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Says of each statement of a text whether the server would accept it.
///
/// It looks at the syntax, and at what the server's analysis decides by names: relations, columns
/// and where they can be seen, grouping, numbers of columns, types, functions by name and number of
/// arguments. What it cannot know, such as what an operator makes of its operands, a temporary
/// table that another text made or the relations of the system, it takes for right: it never
/// refuses what the server accepts. Of what the server accepts, rules say what is slow or
/// surprising here, with the figures that were captured. Not safe for concurrent calls, as the
/// catalog is not.
public final class QueryCheck {

    /// Shorter texts nest no deeper than an ordinary stack allows.
    private static final int DEEP_FROM = 600;

    private final PgQuery parser;
    private final Catalog catalog;
    private final Defined defined;
    private final Patterns patterns;
    private final SearchPath path;
    private final Map<List<String>, Session.Lookup> lookups = new Remembered();

    /// Makes one with every rule.
    ///
    /// @param parser parses
    /// @param catalog the relations there are, and how large they are
    public QueryCheck(PgQuery parser, Catalog catalog) {
        this(parser, catalog, QuerySettings.ALL);
    }

    /// Makes one.
    ///
    /// @param parser parses
    /// @param catalog the relations there are, and how large they are
    /// @param settings which rules look at statements that are valid
    public QueryCheck(PgQuery parser, Catalog catalog, QuerySettings settings) {
        this.parser = parser;
        this.catalog = catalog;
        this.defined = new Defined(catalog);
        this.path = SearchPath.of(catalog);
        this.patterns = new Patterns(catalog, settings.disabledRules(), settings.minSeverity());
    }

    /// {@return the ids of the rules that look at statements, in order}
    public static List<RuleId> rules() {
        return Patterns.ids();
    }

    /// {@return a verdict for each statement, in order; empty for a text without any. A text that
    /// cannot be divided into statements is one statement}
    ///
    /// @param sql one or more statements, run one after the other in one session
    public List<StatementVerdict> check(String sql) {
        return check(new PsqlScript(EditedText.unedited(sql), List.of()));
    }

    /// {@return a verdict for each statement of a script, as above; places are those of its file}
    ///
    /// @param script what psql would send
    public List<StatementVerdict> check(PsqlScript script) {
        return each(script, ReadStatement::verdict);
    }

    /// {@return the statements of a script, as above, with what was understood of them}
    ///
    /// @param script what psql would send
    public List<ReadStatement> read(PsqlScript script) {
        return each(script, Function.identity());
    }

    /// {@return the captured relation that a name stands for in a new session, where no schema is
    /// written; empty when it is none, or when that is not known}
    ///
    /// @param name exactly as the catalogue stores it
    public Optional<Relation> relation(String name) {
        return new Session(catalog, defined, lookups, path).relation(null, name)
                        instanceof Session.Lookup.Known(Relation relation, _)
                ? Optional.of(relation)
                : Optional.empty();
    }

    private <T> List<T> each(PsqlScript script, Function<ReadStatement, T> wanted) {
        if (script.sql().text().length() < DEEP_FROM) {
            return eachHere(script, wanted);
        }
        return DeepStack.call(() -> eachHere(script, wanted));
    }

    private <T> List<T> eachHere(PsqlScript script, Function<ReadStatement, T> wanted) {
        String sql = script.sql().text();
        Run<T> run = new Run<>(script, wanted);
        switch (parser.parse(sql)) {
            case ParseResult.Parsed<ParseTree>(ParseTree tree) -> {
                Origin origin = new Origin(run.whole, sql, run.before(0));
                for (Statement statement : tree.statements()) {
                    int start = origin.charOffset(statement.byteOffset());
                    run.add(statement.node(), origin, start, tree.text(statement));
                }
            }
            case ParseResult.Rejected<ParseTree>(ParseError error) -> oneByOne(run, sql, error);
        }
        return run.results;
    }

    /// Where one statement does not parse, the others still get their verdict.
    private <T> void oneByOne(Run<T> run, String sql, ParseError whole) {
        boolean found = false;
        if (parser.split(sql)
                instanceof ParseResult.Parsed<List<SplitStatement>>(List<SplitStatement> pieces)) {
            int searchedTo = 0;
            for (SplitStatement piece : pieces) {
                int start = sql.indexOf(piece.text(), searchedTo);
                searchedTo = start + piece.text().length();
                found |= run.add(start, piece.text());
            }
        }
        // What is too complex in one may be simple piece by piece; else the pieces hide the error.
        boolean judged = found || whole.kind() == ParseError.Kind.TOO_COMPLEX;
        if (!judged || run.results.isEmpty()) {
            Origin origin = new Origin(run.whole, sql, run.before(0));
            run.results.clear();
            run.add(StatementVerdict.refused(List.of(refused(origin, whole)), null), null, null);
        }
    }

    /// What one reading of a statement came to.
    ///
    /// @param errors as the server would find them
    /// @param repairs what would mend some of them
    /// @param reading how the statement was read
    /// @param node its tree; null when it has none
    /// @param meanings what its names mean; null when it has no tree
    /// @param warnings what rules say of it; empty when it is not valid
    /// @param stars what its stars stand for; empty when it is not valid
    private record Checked(
            List<SqlError> errors,
            List<Repair> repairs,
            EditedText reading,
            @Nullable Node node,
            @Nullable Meanings meanings,
            List<SqlWarning> warnings,
            List<StarColumns> stars) {

        boolean valid() {
            return errors.isEmpty();
        }
    }

    /// One text that is checked, statement by statement.
    ///
    /// @param <T> what is wanted of each statement
    private final class Run<T> {

        private static final int ROUNDS = 4;

        private final PsqlScript script;
        private final SqlPlaces whole;
        private final Session session = new Session(catalog, defined, lookups, path);
        private final Function<ReadStatement, T> wanted;
        private final List<T> results = new ArrayList<>();
        private int jumped;

        Run(PsqlScript script, Function<ReadStatement, T> wanted) {
            this.script = script;
            this.wanted = wanted;
            this.whole = new SqlPlaces(script.sql().originalText());
        }

        /// Where a character of a piece of the script's SQL was in the script.
        IntUnaryOperator before(int start) {
            return offset -> script.sql().original(start + offset);
        }

        void add(StatementVerdict verdict, @Nullable Node node, @Nullable Meanings meanings) {
            results.add(wanted.apply(new ReadStatement(verdict, node, meanings)));
        }

        /// Adds the verdict on a statement that parses together with the text around it.
        void add(Node node, Origin origin, int start, String text) {
            jump(start);
            Errors errors = new Errors(origin);
            StatementNames names = new StatementNames(session, errors);
            names.check(node);
            if (errors.count() == 0) {
                finish(checked(errors, EditedText.unedited(text), node, names), text, 0);
            } else {
                add(start, text);
            }
        }

        /// Adds the verdict on a statement.
        ///
        /// @return whether it does not parse as it stands
        boolean add(int start, String text) {
            jump(start);
            Checked checked = best(start, text);
            finish(checked, text, start);
            return checked.node() == null || !checked.reading().text().equals(text);
        }

        private void jump(int start) {
            while (jumped < script.jumps().size() && script.jumps().get(jumped) <= start) {
                session.happened();
                jumped++;
            }
        }

        /// A statement is read as it stands; where the server would refuse that, also with what
        /// looks like placeholders as parameters. What has fewer errors was meant.
        private Checked best(int start, String text) {
            Checked best = checked(start, EditedText.unedited(text));
            if (best.valid()) {
                return best;
            }
            for (EditedText reading : Placeholders.readings(parser, text)) {
                Checked other = checked(start, reading);
                boolean parses = other.node() != null;
                if (best.node() == null
                        ? parses || isFurther(other, best)
                        : parses && other.errors().size() < best.errors().size()) {
                    best = other;
                }
            }
            return best;
        }

        /// Of two readings that do not parse, the one with the later error was understood better.
        private static boolean isFurther(Checked one, Checked other) {
            SqlPlace place = one.errors().getFirst().place();
            SqlPlace before = other.errors().getFirst().place();
            return place != null && before != null && place.position() > before.position();
        }

        private Checked checked(int start, EditedText reading) {
            Origin origin =
                    new Origin(
                            whole,
                            reading.text(),
                            offset -> script.sql().original(start + reading.original(offset)));
            return switch (parser.parse(reading.text())) {
                case ParseResult.Rejected<ParseTree>(ParseError error) ->
                        new Checked(
                                List.of(refused(origin, error)),
                                List.of(),
                                reading,
                                null,
                                null,
                                List.of(),
                                List.of());
                case ParseResult.Parsed<ParseTree>(ParseTree tree) -> {
                    Errors errors = new Errors(origin);
                    Node last = null;
                    StatementNames names = new StatementNames(session, errors);
                    for (Statement statement : tree.statements()) {
                        last = statement.node();
                        names = new StatementNames(session, errors);
                        names.check(last);
                    }
                    yield checked(errors, reading, last, names);
                }
            };
        }

        /// What rules say is said of statements that are valid.
        private Checked checked(
                Errors errors, EditedText reading, @Nullable Node node, StatementNames names) {
            List<SqlWarning> warnings = List.of();
            List<StarColumns> stars = List.of();
            if (node != null && errors.count() == 0) {
                warnings = patterns.warnings(node, names.meanings(), errors::placeOfByte);
                stars = Patterns.stars(node, names.meanings());
            }
            return new Checked(
                    errors.found(),
                    errors.repairs(),
                    reading,
                    node,
                    names.meanings(),
                    warnings,
                    stars);
        }

        private void finish(Checked checked, String text, int start) {
            StatementVerdict verdict =
                    checked.valid()
                            ? StatementVerdict.accepted(checked.warnings(), checked.stars())
                            : StatementVerdict.refused(
                                    checked.errors(), mended(checked, text, start));
            add(verdict, checked.node(), checked.meanings());
            if (checked.node() != null) {
                session.ran(checked.node());
            }
        }

        /// Repairs until the server would accept the statement: a wrong table hides wrong columns.
        private @Nullable SqlCorrection mended(Checked first, String text, int start) {
            List<SqlFix> fixes = new ArrayList<>();
            Checked checked = first;
            String sql = text;
            for (int round = 0; round < ROUNDS && !checked.valid(); round++) {
                Checked now = checked;
                Origin origin = Origin.of(now.reading().text());
                List<Corrections.Located> located =
                        now.repairs().stream()
                                .map(repair ->
                                        new Corrections.Located(
                                                repair,
                                                now.reading()
                                                        .original(
                                                                origin.charOffset(
                                                                        repair.location()))))
                                .toList();
                SqlCorrection mended =
                        located.isEmpty() ? null : new Corrections(parser).mend(sql, located);
                if (mended == null) {
                    return null;
                }
                sql = mended.sql();
                fixes.addAll(mended.fixes());
                checked = best(start, sql);
            }
            return checked.valid() ? new SqlCorrection(sql, fixes) : null;
        }
    }

    private static SqlError refused(Origin origin, ParseError error) {
        SqlPlace place =
                error.position() == null ? null : origin.ofChar(error.position().charOffset());
        return new SqlError(
                error.sqlState(),
                error.message(),
                place,
                hint(error),
                error.kind() == ParseError.Kind.TOO_COMPLEX ? Certainty.LIKELY : Certainty.CERTAIN);
    }

    private static @Nullable String hint(ParseError error) {
        return switch (error.kind()) {
            case SYNTAX, ENCODING -> null;
            case TOO_COMPLEX -> "it was not looked at further: check it in smaller pieces";
        };
    }

    /// The relations that were asked for last: enough for a text, whatever the schema's size.
    private static final class Remembered extends LinkedHashMap<List<String>, Session.Lookup> {
        private static final long serialVersionUID = 1L;
        private static final int MOST = 500;

        Remembered() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Session.Lookup> eldest) {
            return size() > MOST;
        }
    }
}
