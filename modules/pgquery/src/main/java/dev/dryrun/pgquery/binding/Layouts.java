package dev.dryrun.pgquery.binding;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/// The structs of `pg_query.h` that DryRun reads, field by field with the C names.
///
/// A test compares every size and offset with what the C compiler says about the same header.
public final class Layouts {

    static final ValueLayout.OfInt C_INT = ValueLayout.JAVA_INT;
    static final ValueLayout.OfLong C_UINT64 = ValueLayout.JAVA_LONG;
    static final ValueLayout.OfLong C_SIZE = ValueLayout.JAVA_LONG;
    static final AddressLayout C_POINTER = ValueLayout.ADDRESS;

    /// `typedef struct { char* message; char* funcname; char* filename; int lineno; int cursorpos;
    /// char* context; } PgQueryError;`
    public static final StructLayout PG_QUERY_ERROR =
            MemoryLayout.structLayout(
                            C_POINTER.withName("message"),
                            C_POINTER.withName("funcname"),
                            C_POINTER.withName("filename"),
                            C_INT.withName("lineno"),
                            C_INT.withName("cursorpos"),
                            C_POINTER.withName("context"))
                    .withName("PgQueryError");

    /// `typedef struct { size_t len; char* data; } PgQueryProtobuf;`
    public static final StructLayout PG_QUERY_PROTOBUF =
            MemoryLayout.structLayout(C_SIZE.withName("len"), C_POINTER.withName("data"))
                    .withName("PgQueryProtobuf");

    /// `typedef struct { PgQueryProtobuf pbuf; char* stderr_buffer; PgQueryError* error; }
    /// PgQueryScanResult;`
    public static final StructLayout PG_QUERY_SCAN_RESULT =
            MemoryLayout.structLayout(
                            PG_QUERY_PROTOBUF.withName("pbuf"),
                            C_POINTER.withName("stderr_buffer"),
                            C_POINTER.withName("error"))
                    .withName("PgQueryScanResult");

    /// `typedef struct { char* parse_tree; char* stderr_buffer; PgQueryError* error; }
    /// PgQueryParseResult;`
    public static final StructLayout PG_QUERY_PARSE_RESULT =
            MemoryLayout.structLayout(
                            C_POINTER.withName("parse_tree"),
                            C_POINTER.withName("stderr_buffer"),
                            C_POINTER.withName("error"))
                    .withName("PgQueryParseResult");

    /// `typedef struct { PgQueryProtobuf parse_tree; char* stderr_buffer; PgQueryError* error; }
    /// PgQueryProtobufParseResult;`
    public static final StructLayout PG_QUERY_PROTOBUF_PARSE_RESULT =
            MemoryLayout.structLayout(
                            PG_QUERY_PROTOBUF.withName("parse_tree"),
                            C_POINTER.withName("stderr_buffer"),
                            C_POINTER.withName("error"))
                    .withName("PgQueryProtobufParseResult");

    /// `typedef struct { char* query; PgQueryError* error; } PgQueryDeparseResult;`
    public static final StructLayout PG_QUERY_DEPARSE_RESULT =
            MemoryLayout.structLayout(C_POINTER.withName("query"), C_POINTER.withName("error"))
                    .withName("PgQueryDeparseResult");

    /// `typedef struct { char* plpgsql_funcs; PgQueryError* error; } PgQueryPlpgsqlParseResult;`
    public static final StructLayout PG_QUERY_PLPGSQL_PARSE_RESULT =
            MemoryLayout.structLayout(
                            C_POINTER.withName("plpgsql_funcs"), C_POINTER.withName("error"))
                    .withName("PgQueryPlpgsqlParseResult");

    /// `typedef struct { int stmt_location; int stmt_len; } PgQuerySplitStmt;`
    public static final StructLayout PG_QUERY_SPLIT_STMT =
            MemoryLayout.structLayout(C_INT.withName("stmt_location"), C_INT.withName("stmt_len"))
                    .withName("PgQuerySplitStmt");

    /// `typedef struct { PgQuerySplitStmt **stmts; int n_stmts; char* stderr_buffer; PgQueryError*
    /// error; } PgQuerySplitResult;`
    public static final StructLayout PG_QUERY_SPLIT_RESULT =
            MemoryLayout.structLayout(
                            C_POINTER.withName("stmts"),
                            C_INT.withName("n_stmts"),
                            MemoryLayout.paddingLayout(4),
                            C_POINTER.withName("stderr_buffer"),
                            C_POINTER.withName("error"))
                    .withName("PgQuerySplitResult");

    /// `typedef struct { uint64_t fingerprint; char* fingerprint_str; char* stderr_buffer;
    /// PgQueryError* error; } PgQueryFingerprintResult;`
    public static final StructLayout PG_QUERY_FINGERPRINT_RESULT =
            MemoryLayout.structLayout(
                            C_UINT64.withName("fingerprint"),
                            C_POINTER.withName("fingerprint_str"),
                            C_POINTER.withName("stderr_buffer"),
                            C_POINTER.withName("error"))
                    .withName("PgQueryFingerprintResult");

    /// `typedef struct { char* normalized_query; PgQueryError* error; } PgQueryNormalizeResult;`
    public static final StructLayout PG_QUERY_NORMALIZE_RESULT =
            MemoryLayout.structLayout(
                            C_POINTER.withName("normalized_query"), C_POINTER.withName("error"))
                    .withName("PgQueryNormalizeResult");

    private Layouts() {}
}
