package dev.dryrun.pgquery;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.ParserException;
import dev.dryrun.pgquery.ParseError.Kind;
import dev.dryrun.pgquery.ParseResult.Parsed;
import dev.dryrun.pgquery.ParseResult.Rejected;
import dev.dryrun.pgquery.nativeapi.NativeFailureException;
import dev.dryrun.pgquery.nativeapi.NativeFingerprint;
import dev.dryrun.pgquery.nativeapi.NativePgQuery;
import dev.dryrun.pgquery.nativeapi.NativeSpan;
import dev.dryrun.pgquery.nativeapi.TreeTooLargeException;
import dev.dryrun.pgquery.tree.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/// PostgreSQL's parser.
///
/// [#load] it once and share it: any thread may call it, virtual ones too. Calls are handed over to
/// a few platform threads, so a caller needs no particular stack. Bad SQL is a [Rejected] result;
/// no text, however large, deep or broken, ends the process.
public final class PgQuery {

    /// The system property that names the library, a file or the folder it is in, where there is no
    /// runtime image that carries it.
    public static final String LIBRARY_PROPERTY = "dryrun.libpg_query";

    private static final int MAJOR_MIN = 17;
    private static final String BODY = "PLpgSQL_function";

    private final NativePgQuery library;
    private final ParserThreads threads;
    private final boolean guarded;
    private final GrammarVersion version;

    private PgQuery(NativePgQuery library) {
        this.library = library;
        this.guarded = library.checksStackDepth();
        this.threads =
                new ParserThreads(guarded ? Limits.STACK_BYTES : Limits.UNGUARDED_STACK_BYTES);
        this.version = parse("SELECT 1").orElseThrow(PgQuery::unfit).version();
        if (version.major() < MAJOR_MIN) {
            throw new ParserException(
                    ErrorCode.PARSER_UNAVAILABLE,
                    "the SQL parser's library speaks PostgreSQL " + version + ", which is too old",
                    "take a libpg_query with the grammar of PostgreSQL 18");
        }
    }

    /// {@return the parser: the library that [#LIBRARY_PROPERTY] names, else the runtime image's}
    ///
    /// @throws ParserException when it is not there or not the expected one
    public static PgQuery load() {
        String named = System.getProperty(LIBRARY_PROPERTY, "");
        return named.isEmpty() ? load(NativePgQuery::fromRuntime) : load(Path.of(named));
    }

    /// {@return the parser in a library}
    ///
    /// @param library the shared library, or the folder it is in
    /// @throws ParserException when it is not there or not the expected one
    public static PgQuery load(Path library) {
        Path absolute = library.toAbsolutePath();
        return load(() -> NativePgQuery.fromFile(absolute));
    }

    private static PgQuery load(Supplier<NativePgQuery> library) {
        try {
            return new PgQuery(library.get());
        } catch (UnsatisfiedLinkError
                | IllegalArgumentException
                | IllegalCallerException
                | NoSuchElementException e) {
            throw new ParserException(
                    ErrorCode.PARSER_UNAVAILABLE,
                    "the SQL parser's library cannot be loaded: " + e.getMessage(),
                    "reinstall DryRun, or name a libpg_query with -D" + LIBRARY_PROPERTY + "=FILE",
                    e);
        }
    }

    /// {@return the PostgreSQL release whose grammar this is}
    public GrammarVersion version() {
        return version;
    }

    /// {@return the tree of a text with any number of statements}
    ///
    /// @param sql the text
    public ParseResult<ParseTree> parse(String sql) {
        return ask(SourceText.of(sql), this::tree);
    }

    /// {@return the tree of a text with any number of statements}
    ///
    /// @param utf8 the text as it stands in a file
    public ParseResult<ParseTree> parse(byte[] utf8) {
        return ask(SourceText.decode(utf8), this::tree);
    }

    /// {@return the tokens in order, comments included; they may make no sense together}
    ///
    /// @param sql the text
    public ParseResult<List<Token>> scan(String sql) {
        return ask(
                SourceText.of(sql), source -> new TokenList(source, library.scan(source.utf8())));
    }

    /// {@return the statements of a text in order, those that do not parse too: where one does not,
    /// semicolons alone divide the text}
    ///
    /// @param sql the text
    public ParseResult<List<SplitStatement>> split(String sql) {
        return ask(SourceText.of(sql), this::statements);
    }

    /// {@return the text with each constant replaced by a parameter `$n`, else as it was}
    ///
    /// @param sql the text
    public ParseResult<String> normalize(String sql) {
        return ask(SourceText.of(sql), source -> library.normalize(source.utf8()));
    }

    /// {@return the fingerprint of a text}
    ///
    /// @param sql the text
    public ParseResult<Fingerprint> fingerprint(String sql) {
        return ask(
                SourceText.of(sql),
                source -> {
                    NativeFingerprint print = library.fingerprint(source.utf8());
                    return new Fingerprint(print.value(), print.hex());
                });
    }

    /// {@return the text written anew from its tree: keywords, spaces and parentheses are the
    /// library's, comments are gone, and what it means is the same}
    ///
    /// @param sql the text
    public ParseResult<String> deparse(String sql) {
        return ask(
                SourceText.of(sql),
                source -> {
                    // What nests too deep to be looked at is not given to a writer that recurses.
                    tree(source);
                    return library.deparse(source.utf8());
                });
    }

    /// {@return the bodies of the functions and blocks in PL/pgSQL that a text makes or runs, in
    /// order; empty when it has none. Each is a node as PL/pgSQL's own parser made it, of kind
    /// `PLpgSQL_function`; its `query` fields hold SQL, which [#parse] reads}
    ///
    /// @param sql the text: `CREATE FUNCTION`, `CREATE PROCEDURE`, `DO`
    public ParseResult<List<Node>> parsePlpgsql(String sql) {
        return ask(
                SourceText.of(sql),
                source -> {
                    tree(source);
                    return bodies(library.parsePlpgsql(source.utf8()));
                });
    }

    private static List<Node> bodies(String json) {
        List<Node> bodies = new ArrayList<>();
        try {
            if (Json.parse(json, Limits.TREE_DEPTH_MAX) instanceof JsonArray(List<JsonValue> all)) {
                for (JsonValue one : all) {
                    if (one instanceof JsonObject body
                            && body.get(BODY) instanceof JsonObject fields) {
                        bodies.add(Node.of(BODY, fields));
                    }
                }
            }
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("libpg_query's PL/pgSQL cannot be read", e);
        }
        return bodies;
    }

    private ParseTree tree(SourceText source)
            throws NativeFailureException, TreeTooLargeException, TooDeepException {
        byte[] json = library.parse(source.utf8(), Limits.TREE_BYTES_MAX);
        if (ParseTree.depth(json) > Limits.TREE_DEPTH_MAX) {
            throw new TooDeepException();
        }
        return ParseTree.read(source, json);
    }

    private List<SplitStatement> statements(SourceText source) throws NativeFailureException {
        try {
            List<SplitStatement> statements = new ArrayList<>();
            for (NativeSpan span : library.splitWithParser(source.utf8())) {
                int start = span.location();
                int end = span.length() == 0 ? source.sizeBytes() : start + span.length();
                statements.add(SplitStatement.of(source, start, end));
            }
            return statements;
        } catch (NativeFailureException e) {
            // libpg_query's own splitting by tokens leaves out what has no keyword.
            return TokenSplit.split(source, new TokenList(source, library.scan(source.utf8())));
        }
    }

    private <T> ParseResult<T> ask(ParseResult<SourceText> text, Question<T> question) {
        return switch (text) {
            case Rejected<SourceText>(ParseError error) -> new Rejected<>(error);
            case Parsed<SourceText>(SourceText source) -> ask(source, question);
        };
    }

    private <T> ParseResult<T> ask(SourceText source, Question<T> question) {
        if (!guarded && source.sizeBytes() > Limits.UNGUARDED_INPUT_BYTES_MAX) {
            return tooComplex(
                    "the text is larger than "
                            + Limits.UNGUARDED_INPUT_BYTES_MAX / 1024
                            + " kB, the most that this old libpg_query is safe with");
        }
        if (source.operatorRuns() > Limits.OPERATOR_RUNS_MAX) {
            return tooComplex("the text has too long a run of operator characters");
        }
        try {
            return new Parsed<>(threads.call(() -> question.answer(source)));
        } catch (NativeFailureException e) {
            return new Rejected<>(error(source, e));
        } catch (TreeTooLargeException e) {
            return tooComplex(
                    "the tree of the text takes "
                            + e.sizeBytes() / (1024 * 1024)
                            + " MB, and "
                            + Limits.TREE_BYTES_MAX / (1024 * 1024)
                            + " MB is the most");
        } catch (TooDeepException e) {
            return tooComplex("the text nests too deep to be looked at");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> ParseResult<T> tooComplex(String message) {
        return new Rejected<>(new ParseError(Kind.TOO_COMPLEX, "54001", message, null));
    }

    /// The library gives no SQLSTATE. Its depth check has one of its own; almost all else that the
    /// raw parser raises is a syntax error, nesting beyond the grammar's own limit too.
    private static ParseError error(SourceText source, NativeFailureException e) {
        boolean depth = e.function().equals("check_stack_depth");
        return new ParseError(
                depth ? Kind.TOO_COMPLEX : Kind.SYNTAX,
                depth ? "54001" : "42601",
                e.what(),
                e.cursor() > 0 ? source.atCursor(e.cursor()) : null);
    }

    private static ParserException unfit(ParseError error) {
        return new ParserException(
                ErrorCode.PARSER_UNAVAILABLE,
                "the SQL parser's library does not understand SELECT 1: " + error.message(),
                "reinstall DryRun, or name a libpg_query with -D" + LIBRARY_PROPERTY + "=FILE");
    }

    /// What is asked of the library on one of its threads.
    @FunctionalInterface
    private interface Question<T> {
        T answer(SourceText source) throws Exception;
    }

    private static final class TooDeepException extends Exception {
        private static final long serialVersionUID = 1L;

        TooDeepException() {
            super("too deep", null, false, false);
        }
    }
}
