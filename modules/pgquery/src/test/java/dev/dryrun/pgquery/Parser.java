package dev.dryrun.pgquery;

import dev.dryrun.pgquery.ParseResult.Parsed;
import dev.dryrun.pgquery.ParseResult.Rejected;

/// The parser that the tests share, and short ways to its answers.
final class Parser {

    static final PgQuery PARSER = PgQuery.load();

    private Parser() {}

    static ParseTree tree(String sql) {
        return value(PARSER.parse(sql));
    }

    static <T> T value(ParseResult<T> result) {
        return switch (result) {
            case Parsed<T>(T value) -> value;
            case Rejected<T>(ParseError error) -> throw new AssertionError(error.toString());
        };
    }

    static ParseError error(ParseResult<?> result) {
        return switch (result) {
            case Parsed<?>(Object value) -> throw new AssertionError("parsed: " + value);
            case Rejected<?>(ParseError error) -> error;
        };
    }
}
