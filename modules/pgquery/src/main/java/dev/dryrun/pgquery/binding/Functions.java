package dev.dryrun.pgquery.binding;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// The functions of `pg_query.h` that DryRun calls, found in one library.
///
/// A result struct comes by value into memory of the given allocator; what it points to belongs to
/// the library until the matching `free` function is called. The functions keep memory per thread.
public final class Functions {

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup library;

    private final Function parse;
    private final Function freeParse;
    private final Function scan;
    private final Function freeScan;
    private final Function splitWithParser;
    private final Function freeSplit;
    private final Function normalize;
    private final Function freeNormalize;
    private final Function fingerprint;
    private final Function freeFingerprint;
    private final Function parseProtobuf;
    private final Function freeProtobuf;
    private final Function deparse;
    private final Function freeDeparse;
    private final Function parsePlpgsql;
    private final Function freePlpgsql;
    private final Function strlen;

    /// Looks every function up.
    ///
    /// @param library where they are
    /// @throws java.util.NoSuchElementException when one is not there
    @SuppressWarnings("restricted")
    public Functions(SymbolLookup library) {
        this.library = library;
        // PgQueryParseResult pg_query_parse(const char* input);
        parse = call("pg_query_parse", Layouts.PG_QUERY_PARSE_RESULT);
        // void pg_query_free_parse_result(PgQueryParseResult result);
        freeParse = free("pg_query_free_parse_result", Layouts.PG_QUERY_PARSE_RESULT);
        // PgQueryScanResult pg_query_scan(const char* input);
        scan = call("pg_query_scan", Layouts.PG_QUERY_SCAN_RESULT);
        // void pg_query_free_scan_result(PgQueryScanResult result);
        freeScan = free("pg_query_free_scan_result", Layouts.PG_QUERY_SCAN_RESULT);
        // PgQuerySplitResult pg_query_split_with_parser(const char *input);
        splitWithParser = call("pg_query_split_with_parser", Layouts.PG_QUERY_SPLIT_RESULT);
        // void pg_query_free_split_result(PgQuerySplitResult result);
        freeSplit = free("pg_query_free_split_result", Layouts.PG_QUERY_SPLIT_RESULT);
        // PgQueryNormalizeResult pg_query_normalize(const char* input);
        normalize = call("pg_query_normalize", Layouts.PG_QUERY_NORMALIZE_RESULT);
        // void pg_query_free_normalize_result(PgQueryNormalizeResult result);
        freeNormalize = free("pg_query_free_normalize_result", Layouts.PG_QUERY_NORMALIZE_RESULT);
        // PgQueryFingerprintResult pg_query_fingerprint(const char* input);
        fingerprint = call("pg_query_fingerprint", Layouts.PG_QUERY_FINGERPRINT_RESULT);
        // void pg_query_free_fingerprint_result(PgQueryFingerprintResult result);
        freeFingerprint =
                free("pg_query_free_fingerprint_result", Layouts.PG_QUERY_FINGERPRINT_RESULT);
        // PgQueryProtobufParseResult pg_query_parse_protobuf(const char* input);
        parseProtobuf = call("pg_query_parse_protobuf", Layouts.PG_QUERY_PROTOBUF_PARSE_RESULT);
        // void pg_query_free_protobuf_parse_result(PgQueryProtobufParseResult result);
        freeProtobuf =
                free("pg_query_free_protobuf_parse_result", Layouts.PG_QUERY_PROTOBUF_PARSE_RESULT);
        // PgQueryDeparseResult pg_query_deparse_protobuf(PgQueryProtobuf parse_tree);
        deparse =
                function(
                        "pg_query_deparse_protobuf",
                        FunctionDescriptor.of(
                                Layouts.PG_QUERY_DEPARSE_RESULT, Layouts.PG_QUERY_PROTOBUF));
        // void pg_query_free_deparse_result(PgQueryDeparseResult result);
        freeDeparse = free("pg_query_free_deparse_result", Layouts.PG_QUERY_DEPARSE_RESULT);
        // PgQueryPlpgsqlParseResult pg_query_parse_plpgsql(const char* input);
        parsePlpgsql = call("pg_query_parse_plpgsql", Layouts.PG_QUERY_PLPGSQL_PARSE_RESULT);
        // void pg_query_free_plpgsql_parse_result(PgQueryPlpgsqlParseResult result);
        freePlpgsql =
                free("pg_query_free_plpgsql_parse_result", Layouts.PG_QUERY_PLPGSQL_PARSE_RESULT);
        // size_t strlen(const char *s);
        strlen =
                new Function(
                        linker,
                        linker.defaultLookup().findOrThrow("strlen"),
                        FunctionDescriptor.of(Layouts.C_SIZE, Layouts.C_POINTER));
    }

    /// {@return whether the library has a function}
    ///
    /// @param name the C name
    public boolean has(String name) {
        return library.find(name).isPresent();
    }

    /// {@return a `PgQueryParseResult` for [#freeParse]}
    ///
    /// @param allocator for the struct
    /// @param input ends with a zero byte
    public MemorySegment parse(SegmentAllocator allocator, MemorySegment input) {
        return invoke(parse, allocator, input);
    }

    /// Frees what a result of [#parse] points to.
    ///
    /// @param result not used any more
    public void freeParse(MemorySegment result) {
        invoke(freeParse, result);
    }

    /// {@return a `PgQueryScanResult` for [#freeScan]}
    ///
    /// @param allocator for the struct
    /// @param input ends with a zero byte
    public MemorySegment scan(SegmentAllocator allocator, MemorySegment input) {
        return invoke(scan, allocator, input);
    }

    /// Frees what a result of [#scan] points to.
    ///
    /// @param result not used any more
    public void freeScan(MemorySegment result) {
        invoke(freeScan, result);
    }

    /// {@return a `PgQuerySplitResult` for [#freeSplit]}
    ///
    /// @param allocator for the struct
    /// @param input ends with a zero byte
    public MemorySegment splitWithParser(SegmentAllocator allocator, MemorySegment input) {
        return invoke(splitWithParser, allocator, input);
    }

    /// Frees what a result of [#splitWithParser] points to.
    ///
    /// @param result not used any more
    public void freeSplit(MemorySegment result) {
        invoke(freeSplit, result);
    }

    /// {@return a `PgQueryNormalizeResult` for [#freeNormalize]}
    ///
    /// @param allocator for the struct
    /// @param input ends with a zero byte
    public MemorySegment normalize(SegmentAllocator allocator, MemorySegment input) {
        return invoke(normalize, allocator, input);
    }

    /// Frees what a result of [#normalize] points to.
    ///
    /// @param result not used any more
    public void freeNormalize(MemorySegment result) {
        invoke(freeNormalize, result);
    }

    /// {@return a `PgQueryFingerprintResult` for [#freeFingerprint]}
    ///
    /// @param allocator for the struct
    /// @param input ends with a zero byte
    public MemorySegment fingerprint(SegmentAllocator allocator, MemorySegment input) {
        return invoke(fingerprint, allocator, input);
    }

    /// Frees what a result of [#fingerprint] points to.
    ///
    /// @param result not used any more
    public void freeFingerprint(MemorySegment result) {
        invoke(freeFingerprint, result);
    }

    /// {@return a `PgQueryProtobufParseResult` for [#freeProtobuf]}
    ///
    /// @param allocator for the struct
    /// @param input ends with a zero byte
    public MemorySegment parseProtobuf(SegmentAllocator allocator, MemorySegment input) {
        return invoke(parseProtobuf, allocator, input);
    }

    /// Frees what a result of [#parseProtobuf] points to.
    ///
    /// @param result not used any more
    public void freeProtobuf(MemorySegment result) {
        invoke(freeProtobuf, result);
    }

    /// {@return a `PgQueryDeparseResult` for [#freeDeparse]}
    ///
    /// @param allocator for the struct
    /// @param tree the `PgQueryProtobuf` of a result of [#parseProtobuf] that is not freed yet
    public MemorySegment deparse(SegmentAllocator allocator, MemorySegment tree) {
        return invoke(deparse, allocator, tree);
    }

    /// Frees what a result of [#deparse] points to.
    ///
    /// @param result not used any more
    public void freeDeparse(MemorySegment result) {
        invoke(freeDeparse, result);
    }

    /// {@return a `PgQueryPlpgsqlParseResult` for [#freePlpgsql]}
    ///
    /// @param allocator for the struct
    /// @param input ends with a zero byte
    public MemorySegment parsePlpgsql(SegmentAllocator allocator, MemorySegment input) {
        return invoke(parsePlpgsql, allocator, input);
    }

    /// Frees what a result of [#parsePlpgsql] points to.
    ///
    /// @param result not used any more
    public void freePlpgsql(MemorySegment result) {
        invoke(freePlpgsql, result);
    }

    /// {@return how many bytes stand before the zero byte}
    ///
    /// @param text not NULL
    public long strlen(MemorySegment text) {
        try {
            return (long) strlen.handle().invokeExact(text);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static MemorySegment invoke(
            Function function, SegmentAllocator allocator, MemorySegment input) {
        try {
            return (MemorySegment) function.handle().invokeExact(allocator, input);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static void invoke(Function function, MemorySegment result) {
        try {
            function.handle().invokeExact(result);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /// A C function throws nothing: what arrives here is the JVM's own (out of memory) or a mistake
    /// in a descriptor.
    private static RuntimeException unexpected(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        if (e instanceof RuntimeException exception) {
            return exception;
        }
        return new IllegalStateException(e);
    }

    private Function call(String name, MemoryLayout result) {
        return function(name, FunctionDescriptor.of(result, Layouts.C_POINTER));
    }

    private Function free(String name, MemoryLayout result) {
        return function(name, FunctionDescriptor.ofVoid(result));
    }

    private Function function(String name, FunctionDescriptor descriptor) {
        return new Function(linker, library.findOrThrow(name), descriptor);
    }

    /// A function of the library. What calls it is made with the first call: that takes
    /// milliseconds, and hardly a process calls more than a few.
    private static final class Function {
        private final Linker linker;
        private final MemorySegment address;
        private final FunctionDescriptor descriptor;
        private volatile @Nullable MethodHandle handle;

        Function(Linker linker, MemorySegment address, FunctionDescriptor descriptor) {
            this.linker = linker;
            this.address = address;
            this.descriptor = descriptor;
        }

        @SuppressWarnings("restricted")
        MethodHandle handle() {
            MethodHandle made = handle;
            if (made == null) {
                // Two threads may both make it: either serves.
                made = linker.downcallHandle(address, descriptor);
                handle = made;
            }
            return made;
        }
    }
}
