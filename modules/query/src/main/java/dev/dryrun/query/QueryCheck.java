package dev.dryrun.query;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.Certainty;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.model.StatementVerdict;
import dev.dryrun.pgquery.Node;
import dev.dryrun.pgquery.ParseError;
import dev.dryrun.pgquery.ParseResult;
import dev.dryrun.pgquery.ParseTree;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.SplitStatement;
import dev.dryrun.pgquery.Statement;
import dev.dryrun.query.pattern.Patterns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final PgQuery parser;
    private final Catalog catalog;
    private final Defined defined;
    private final Patterns patterns;
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
        return switch (parser.parse(sql)) {
            case ParseResult.Parsed<ParseTree>(ParseTree tree) -> names(tree);
            case ParseResult.Rejected<ParseTree>(ParseError error) -> oneByOne(sql, error);
        };
    }

    private List<StatementVerdict> names(ParseTree tree) {
        Session session = new Session(catalog, defined, lookups);
        List<StatementVerdict> verdicts = new ArrayList<>();
        for (Statement statement : tree.statements()) {
            verdicts.add(names(session, statement, tree.source().text(), 0));
        }
        return verdicts;
    }

    /// Where one statement does not parse, the others still get their verdict.
    private List<StatementVerdict> oneByOne(String sql, ParseError whole) {
        if (!(parser.split(sql)
                instanceof ParseResult.Parsed<List<SplitStatement>>(List<SplitStatement> pieces))) {
            return List.of(refused(sql, 0, whole));
        }
        Session session = new Session(catalog, defined, lookups);
        List<StatementVerdict> verdicts = new ArrayList<>();
        boolean anyRefused = false;
        int searchedTo = 0;
        for (SplitStatement piece : pieces) {
            int start = sql.indexOf(piece.text(), searchedTo);
            searchedTo = start + piece.text().length();
            switch (parser.parse(piece.text())) {
                case ParseResult.Parsed<ParseTree>(ParseTree tree) -> {
                    for (Statement statement : tree.statements()) {
                        verdicts.add(names(session, statement, sql, start));
                    }
                }
                case ParseResult.Rejected<ParseTree>(ParseError error) -> {
                    anyRefused = true;
                    verdicts.add(refused(sql, start, error));
                }
            }
        }
        return anyRefused ? verdicts : List.of(refused(sql, 0, whole));
    }

    private StatementVerdict names(Session session, Statement statement, String sql, int start) {
        Errors errors = new Errors(sql, start);
        StatementNames names = new StatementNames(session, errors);
        names.check(statement.node());
        session.ran(statement.node());
        if (errors.count() > 0) {
            return new StatementVerdict(errors.found(), List.of());
        }
        Node node = statement.node();
        return new StatementVerdict(
                List.of(),
                patterns.warnings(node, names.meanings(), errors::placeOfByte),
                Patterns.stars(node, names.meanings()));
    }

    private static StatementVerdict refused(String sql, int start, ParseError error) {
        SqlPlace place =
                error.position() == null
                        ? null
                        : Errors.place(sql, start + error.position().charOffset());
        SqlError refused =
                new SqlError(
                        error.sqlState(),
                        error.message(),
                        place,
                        hint(error),
                        error.kind() == ParseError.Kind.TOO_COMPLEX
                                ? Certainty.LIKELY
                                : Certainty.CERTAIN);
        return new StatementVerdict(List.of(refused), List.of());
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
