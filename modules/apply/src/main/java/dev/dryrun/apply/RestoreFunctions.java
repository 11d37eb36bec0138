package dev.dryrun.apply;

import java.sql.SQLException;

/// The functions that PostgreSQL 18 has for it. They answer bad input with a warning and `false`,
/// which is an error here.
///
/// @param database where
/// @param version `server_version_num` of the captured server
record RestoreFunctions(Database database, int version) implements StatisticsWriter {

    /// Of what the role may see; a superuser sees all.
    private static final String CLEAR =
            """
            SELECT pg_clear_attribute_stats(schemaname::text, tablename::text, attname::text,
                                            inherited)
            FROM pg_stats WHERE schemaname = ?::text AND tablename = ?::text
            """;

    private static final String SIZE =
            """
            SELECT pg_restore_relation_stats(
                'schemaname', ?::text, 'relname', ?::text, 'version', ?::int,
                'relpages', ?::int, 'reltuples', ?::real,
                'relallvisible', ?::int, 'relallfrozen', ?::int)
            """;

    private static final String COLUMN =
            """
            SELECT pg_restore_attribute_stats(
                'schemaname', ?::text, 'relname', ?::text, 'attname', ?::text,
                'inherited', ?::boolean, 'version', ?::int,
                'null_frac', ?::real, 'avg_width', ?::int, 'n_distinct', ?::real,
                'most_common_vals', ?::text, 'most_common_freqs', ?::real[],
                'histogram_bounds', ?::text, 'correlation', ?::real,
                'most_common_elems', ?::text, 'most_common_elem_freqs', ?::real[],
                'elem_count_histogram', ?::real[],
                'range_length_histogram', ?::text, 'range_empty_frac', ?::real,
                'range_bounds_histogram', ?::text)
            """;

    @Override
    public String method() {
        return "pg_restore_*_stats";
    }

    @Override
    public void clear(TargetRelation relation) throws SQLException {
        database.list(CLEAR, row -> row.getRow(), relation.name().schema(), relation.name().name());
    }

    @Override
    public void size(TargetRelation relation, RelationSize size) throws SQLException {
        database.demandTrue(
                SIZE,
                relation.name().schema(),
                relation.name().name(),
                version,
                size.pages(),
                size.rows(),
                size.visiblePages(),
                size.frozenPages());
    }

    /// A length histogram and a share of empty ranges are taken together only.
    @Override
    public void column(TargetRelation relation, TargetColumn column, ColumnValues values)
            throws SQLException {
        boolean lengths = values.rangeLengths() != null && values.rangeEmptyFraction() != null;
        database.demandTrue(
                COLUMN,
                relation.name().schema(),
                relation.name().name(),
                column.name(),
                values.inherited(),
                version,
                values.nullFraction(),
                values.width(),
                values.distinct(),
                values.commonValues(),
                values.commonFrequencies(),
                values.histogram(),
                values.correlation(),
                values.elements(),
                values.elementFrequencies(),
                values.elementCounts(),
                lengths ? values.rangeLengths() : null,
                lengths ? values.rangeEmptyFraction() : null,
                values.rangeBounds());
    }
}
