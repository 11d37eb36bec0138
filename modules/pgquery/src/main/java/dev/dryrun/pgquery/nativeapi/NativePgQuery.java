package dev.dryrun.pgquery.nativeapi;

import dev.dryrun.pgquery.binding.Functions;
import dev.dryrun.pgquery.binding.Layouts;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Calls libpg_query: each method brings the input into native memory, calls, copies the answer out
/// and frees it.
///
/// Inputs are UTF-8 without a zero byte; the caller has checked that. Every method may run on any
/// platform thread with enough stack, and holds it until the library answers.
public final class NativePgQuery {

    private static final String LIBRARY = "dryrun_pg_query";

    private final Functions functions;

    private NativePgQuery(Functions functions) {
        this.functions = functions;
    }

    /// {@return the library that the runtime image carries, or that `java.library.path` has}
    ///
    /// @throws UnsatisfiedLinkError when there is none
    /// @throws java.util.NoSuchElementException when it lacks a function
    @SuppressWarnings("restricted")
    public static NativePgQuery fromRuntime() {
        System.loadLibrary(LIBRARY);
        return new NativePgQuery(new Functions(SymbolLookup.loaderLookup()));
    }

    /// {@return the library in a file, for as long as the process runs}
    ///
    /// @param file absolute; a folder stands for the file that this system would call the library
    /// @throws IllegalArgumentException when it is no shared library
    /// @throws java.util.NoSuchElementException when it lacks a function
    @SuppressWarnings("restricted")
    public static NativePgQuery fromFile(Path file) {
        Path library =
                file.toFile().isDirectory() ? file.resolve(System.mapLibraryName(LIBRARY)) : file;
        return new NativePgQuery(
                new Functions(SymbolLookup.libraryLookup(library, Arena.global())));
    }

    /// {@return whether the parser compares its depth with the stack of the calling thread, as
    /// libpg_query does since 18.1; an older one overruns the stack}
    public boolean checksStackDepth() {
        return functions.has("pg_query_scan_tokens");
    }

    /// {@return the tree as JSON in UTF-8}
    ///
    /// @param sql UTF-8 without a zero byte
    /// @param treeBytesMax the largest answer to take
    /// @throws NativeFailureException when it does not parse
    /// @throws TreeTooLargeException when the answer is larger
    public byte[] parse(byte[] sql, long treeBytesMax)
            throws NativeFailureException, TreeTooLargeException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = functions.parse(arena, cString(arena, sql));
            try {
                raise(result, Layouts.PG_QUERY_PARSE_RESULT);
                MemorySegment tree = pointer(result, Layouts.PG_QUERY_PARSE_RESULT, "parse_tree");
                long length = functions.strlen(tree);
                if (length > treeBytesMax) {
                    throw new TreeTooLargeException(length);
                }
                return copy(tree, length);
            } finally {
                functions.freeParse(result);
            }
        }
    }

    /// {@return the tokens as a `ScanResult` message of `pg_query.proto`}
    ///
    /// @param sql UTF-8 without a zero byte
    /// @throws NativeFailureException when a token does not end
    public byte[] scan(byte[] sql) throws NativeFailureException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = functions.scan(arena, cString(arena, sql));
            try {
                raise(result, Layouts.PG_QUERY_SCAN_RESULT);
                MemorySegment buffer =
                        result.asSlice(
                                offset(Layouts.PG_QUERY_SCAN_RESULT, "pbuf"),
                                Layouts.PG_QUERY_PROTOBUF);
                long length =
                        buffer.get(ValueLayout.JAVA_LONG, offset(Layouts.PG_QUERY_PROTOBUF, "len"));
                return length == 0
                        ? new byte[0]
                        : copy(pointer(buffer, Layouts.PG_QUERY_PROTOBUF, "data"), length);
            } finally {
                functions.freeScan(result);
            }
        }
    }

    /// {@return where each statement stands, as the parser sees it}
    ///
    /// @param sql UTF-8 without a zero byte
    /// @throws NativeFailureException when a statement does not parse
    public List<NativeSpan> splitWithParser(byte[] sql) throws NativeFailureException {
        try (Arena arena = Arena.ofConfined()) {
            return spans(functions.splitWithParser(arena, cString(arena, sql)));
        }
    }

    /// {@return the text with its constants replaced by parameters}
    ///
    /// @param sql UTF-8 without a zero byte
    /// @throws NativeFailureException when it does not parse
    public String normalize(byte[] sql) throws NativeFailureException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = functions.normalize(arena, cString(arena, sql));
            try {
                raise(result, Layouts.PG_QUERY_NORMALIZE_RESULT);
                return text(result, Layouts.PG_QUERY_NORMALIZE_RESULT, "normalized_query");
            } finally {
                functions.freeNormalize(result);
            }
        }
    }

    /// {@return the fingerprint}
    ///
    /// @param sql UTF-8 without a zero byte
    /// @throws NativeFailureException when it does not parse
    public NativeFingerprint fingerprint(byte[] sql) throws NativeFailureException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = functions.fingerprint(arena, cString(arena, sql));
            MemoryLayout layout = Layouts.PG_QUERY_FINGERPRINT_RESULT;
            try {
                raise(result, layout);
                return new NativeFingerprint(
                        result.get(ValueLayout.JAVA_LONG, offset(layout, "fingerprint")),
                        text(result, layout, "fingerprint_str"));
            } finally {
                functions.freeFingerprint(result);
            }
        }
    }

    /// {@return the text as the library writes its tree}
    ///
    /// @param sql UTF-8 without a zero byte
    /// @throws NativeFailureException when it does not parse, or has what the library cannot write
    public String deparse(byte[] sql) throws NativeFailureException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parsed = functions.parseProtobuf(arena, cString(arena, sql));
            MemoryLayout layout = Layouts.PG_QUERY_PROTOBUF_PARSE_RESULT;
            try {
                raise(parsed, layout);
                MemorySegment tree =
                        parsed.asSlice(offset(layout, "parse_tree"), Layouts.PG_QUERY_PROTOBUF);
                MemorySegment written = functions.deparse(arena, tree);
                try {
                    raise(written, Layouts.PG_QUERY_DEPARSE_RESULT);
                    return text(written, Layouts.PG_QUERY_DEPARSE_RESULT, "query");
                } finally {
                    functions.freeDeparse(written);
                }
            } finally {
                functions.freeProtobuf(parsed);
            }
        }
    }

    /// {@return the bodies of the PL/pgSQL functions of a text as JSON, an array}
    ///
    /// @param sql UTF-8 without a zero byte
    /// @throws NativeFailureException when it does not parse, or a body does not
    public String parsePlpgsql(byte[] sql) throws NativeFailureException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = functions.parsePlpgsql(arena, cString(arena, sql));
            try {
                raise(result, Layouts.PG_QUERY_PLPGSQL_PARSE_RESULT);
                return text(result, Layouts.PG_QUERY_PLPGSQL_PARSE_RESULT, "plpgsql_funcs");
            } finally {
                functions.freePlpgsql(result);
            }
        }
    }

    @SuppressWarnings("restricted")
    private List<NativeSpan> spans(MemorySegment result) throws NativeFailureException {
        MemoryLayout layout = Layouts.PG_QUERY_SPLIT_RESULT;
        try {
            raise(result, layout);
            int count = result.get(ValueLayout.JAVA_INT, offset(layout, "n_stmts"));
            List<NativeSpan> spans = new ArrayList<>(count);
            MemorySegment array =
                    pointer(result, layout, "stmts")
                            .reinterpret(count * ValueLayout.ADDRESS.byteSize());
            MemoryLayout statement = Layouts.PG_QUERY_SPLIT_STMT;
            for (int i = 0; i < count; i++) {
                MemorySegment one =
                        array.getAtIndex(ValueLayout.ADDRESS, i).reinterpret(statement.byteSize());
                spans.add(
                        new NativeSpan(
                                one.get(ValueLayout.JAVA_INT, offset(statement, "stmt_location")),
                                one.get(ValueLayout.JAVA_INT, offset(statement, "stmt_len"))));
            }
            return spans;
        } finally {
            functions.freeSplit(result);
        }
    }

    /// Throws the result's error, if it has one.
    @SuppressWarnings("restricted")
    private void raise(MemorySegment result, MemoryLayout layout) throws NativeFailureException {
        MemorySegment pointer = pointer(result, layout, "error");
        if (pointer.equals(MemorySegment.NULL)) {
            return;
        }
        MemoryLayout shape = Layouts.PG_QUERY_ERROR;
        MemorySegment error = pointer.reinterpret(shape.byteSize());
        throw new NativeFailureException(
                text(error, shape, "message"),
                text(error, shape, "funcname"),
                error.get(ValueLayout.JAVA_INT, offset(shape, "cursorpos")));
    }

    /// {@return the C string that a field points to; empty when it is NULL}
    private String text(MemorySegment struct, MemoryLayout layout, String field) {
        MemorySegment pointer = pointer(struct, layout, field);
        return pointer.equals(MemorySegment.NULL)
                ? ""
                : new String(copy(pointer, functions.strlen(pointer)), StandardCharsets.UTF_8);
    }

    private static MemorySegment cString(Arena arena, byte[] bytes) {
        MemorySegment segment = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return segment;
    }

    @SuppressWarnings("restricted")
    private static byte[] copy(MemorySegment pointer, long length) {
        return pointer.reinterpret(length).toArray(ValueLayout.JAVA_BYTE);
    }

    private static MemorySegment pointer(MemorySegment struct, MemoryLayout layout, String field) {
        return struct.get(ValueLayout.ADDRESS, offset(layout, field));
    }

    private static long offset(MemoryLayout layout, String field) {
        return layout.byteOffset(PathElement.groupElement(field));
    }
}
