package dev.dryrun.catalog;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReader;
import dev.dryrun.model.Document;
import dev.dryrun.model.EnumType;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.QueryStatistics;
import dev.dryrun.model.QueryStatisticsInfo;
import dev.dryrun.model.RangeType;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.Sequence;
import dev.dryrun.model.SequenceStatistics;
import dev.dryrun.model.ServerFact;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.model.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One captured database: its newest schema, with the newest statistics and activity beside it.
///
/// Reads lazily: opening costs the same however large the schema is, and no more than one object is
/// in memory at a time. What it shows never changes while it is open. Not safe for concurrent
/// calls.
///
/// Every method may throw [HistoryException] when the file turns out to be damaged.
public final class Catalog implements AutoCloseable {

    private final Map<QualifiedName, List<QualifiedName>> partitions = new HashMap<>();
    private final HistoryFile file;
    private final SnapshotReader schema;
    private final @Nullable SnapshotReader planner;
    private final List<SnapshotReader> activity;
    private final SortedMap<String, SnapshotReader> queries = new TreeMap<>();

    private Catalog(HistoryFile file, SnapshotInfo schema) {
        this.file = file;
        SnapshotKey key = schema.key();
        this.schema = file.read(schema);
        this.planner = file.newest(key, new Stream.Planner()).map(file::read).orElse(null);
        List<SnapshotReader> nodes = new ArrayList<>();
        for (Stream stream : file.streams(key)) {
            if (stream instanceof Stream.Activity) {
                file.newest(key, stream).map(file::read).ifPresent(nodes::add);
            }
            if (stream instanceof Stream.Query(String label)) {
                file.newest(key, stream)
                        .map(file::read)
                        .ifPresent(reader -> queries.put(label, reader));
            }
        }
        this.activity = List.copyOf(nodes);
    }

    /// {@return the newest snapshots of a database}
    ///
    /// @param historyFile the file they are in
    /// @param key which database of which project
    /// @throws HistoryException HISTORY_MISSING when there is no file, or no schema for this key in
    ///   it; HISTORY_CORRUPT or HISTORY_TOO_NEW when it cannot be read
    public static Catalog open(Path historyFile, SnapshotKey key) {
        HistoryFile file = HistoryFile.openForReading(historyFile);
        try {
            return new Catalog(
                    file,
                    file.newest(key, new Stream.Schema())
                            .orElseThrow(() -> noSnapshot(file, historyFile, key)));
        } catch (HistoryException e) {
            file.close();
            throw e;
        }
    }

    /// {@return which schema snapshot this is}
    public SnapshotInfo schema() {
        return schema.snapshot();
    }

    /// {@return which statistics it looks at, or empty when none were captured}
    public Optional<SnapshotInfo> planner() {
        return Optional.ofNullable(planner).map(SnapshotReader::snapshot);
    }

    /// {@return which activity it looks at, one for each node, by label}
    public List<SnapshotInfo> activity() {
        return activity.stream().map(SnapshotReader::snapshot).toList();
    }

    /// Hands over every table, by schema, then name; partitions included.
    ///
    /// @param consumer takes one at a time
    public void forEachTable(Consumer<Table> consumer) {
        forEach(ObjectKind.TABLE, Table.class, consumer);
    }

    /// Hands over every foreign table, by schema, then name.
    ///
    /// @param consumer takes one at a time
    public void forEachForeignTable(Consumer<Table> consumer) {
        forEach(ObjectKind.FOREIGN_TABLE, Table.class, consumer);
    }

    /// Hands over every sequence of its own, by schema, then name.
    ///
    /// @param consumer takes one at a time
    public void forEachSequence(Consumer<Sequence> consumer) {
        forEach(ObjectKind.SEQUENCE, Sequence.class, consumer);
    }

    /// Hands over every view and then every materialised view, each by schema, then name.
    ///
    /// @param consumer takes one at a time
    public void forEachView(Consumer<View> consumer) {
        forEach(ObjectKind.VIEW, View.class, consumer);
        forEach(ObjectKind.MATERIALIZED_VIEW, View.class, consumer);
    }

    /// Hands over every enumerated type, by schema, then name.
    ///
    /// @param consumer takes one at a time
    public void forEachEnum(Consumer<EnumType> consumer) {
        forEach(ObjectKind.ENUM, EnumType.class, consumer);
    }

    /// Hands over every range type, by schema, then name.
    ///
    /// @param consumer takes one at a time
    public void forEachRange(Consumer<RangeType> consumer) {
        forEach(ObjectKind.RANGE, RangeType.class, consumer);
    }

    /// Hands over what there is a definition of, by kind, schema and name.
    ///
    /// @param consumer takes one at a time
    public void forEachRef(Consumer<ObjectRef> consumer) {
        schema.forEachRef(consumer);
    }

    /// {@return what has exactly this name, whatever its kind and schema, by kind and schema}
    ///
    /// Costs the same however large the schema is.
    ///
    /// @param name as the catalogue stores it; of a function, with the types of its arguments
    public List<ObjectRef> named(String name) {
        return schema.named(name);
    }

    /// {@return what was captured of an object, or empty}
    ///
    /// @param about which
    public Optional<SchemaObject> object(ObjectRef about) {
        return schema.document(about).map(SchemaObject.class::cast);
    }

    /// {@return the table or foreign table with exactly this name, or empty}
    ///
    /// @param name as the catalogue stores it
    public Optional<Table> table(QualifiedName name) {
        return document(schema, ObjectKind.TABLE, name, Table.class)
                .or(() -> document(schema, ObjectKind.FOREIGN_TABLE, name, Table.class));
    }

    /// {@return the partitions of a table, those of its partitions left out, by schema and name}
    ///
    /// Looks at every table when it is first asked of one, and remembers what it says.
    ///
    /// @param parent as the catalogue stores it
    public List<QualifiedName> partitions(QualifiedName parent) {
        return partitions.computeIfAbsent(
                parent,
                _ -> schema.partitions(parent).stream().map(ObjectRef::name).sorted().toList());
    }

    /// {@return the view or materialised view with exactly this name, or empty}
    ///
    /// @param name as the catalogue stores it
    public Optional<View> view(QualifiedName name) {
        return document(schema, ObjectKind.VIEW, name, View.class)
                .or(() -> document(schema, ObjectKind.MATERIALIZED_VIEW, name, View.class));
    }

    /// {@return the enumerated type with exactly this name, or empty}
    ///
    /// @param name as the catalogue stores it
    public Optional<EnumType> enumType(QualifiedName name) {
        return document(schema, ObjectKind.ENUM, name, EnumType.class);
    }

    /// {@return the statistics of a table, a materialised view or a foreign table, or empty when
    /// none were captured}
    ///
    /// @param table as the catalogue stores it
    public Optional<TableStatistics> statistics(QualifiedName table) {
        return planned(ObjectKind.TABLE, table, TableStatistics.class)
                .or(() -> planned(ObjectKind.MATERIALIZED_VIEW, table, TableStatistics.class))
                .or(() -> planned(ObjectKind.FOREIGN_TABLE, table, TableStatistics.class));
    }

    /// Hands over the statistics of every table, then every materialised view, then every foreign
    /// table, each by schema, then name; nothing when none were captured.
    ///
    /// @param consumer takes one's at a time
    public void forEachStatistics(Consumer<TableStatistics> consumer) {
        for (ObjectKind kind :
                List.of(ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW, ObjectKind.FOREIGN_TABLE)) {
            forEachPlanned(kind, TableStatistics.class, consumer);
        }
    }

    /// Hands over what was captured of the server's settings, by name; nothing when no statistics
    /// were captured.
    ///
    /// @param consumer takes one at a time
    public void forEachSetting(Consumer<ServerFact> consumer) {
        forEachPlanned(ObjectKind.SETTING, ServerFact.class, consumer);
    }

    /// {@return a setting, or empty when it was not captured}
    ///
    /// @param name as `pg_settings` writes it; those of a role or database have it in their names
    public Optional<ServerFact> setting(String name) {
        return planned(ObjectKind.SETTING, new QualifiedName("", name), ServerFact.class);
    }

    /// Hands over the server's roles, by name; nothing when no statistics were captured.
    ///
    /// @param consumer takes one at a time
    public void forEachRole(Consumer<ServerFact> consumer) {
        forEachPlanned(ObjectKind.ROLE, ServerFact.class, consumer);
    }

    /// {@return how far a sequence had come, or empty when it was not captured}
    ///
    /// @param sequence as the catalogue stores it
    public Optional<SequenceStatistics> sequence(QualifiedName sequence) {
        return planned(ObjectKind.SEQUENCE, sequence, SequenceStatistics.class);
    }

    /// {@return what each node said of itself, by its label, in order}
    public SortedMap<String, NodeStatistics> nodes() {
        SortedMap<String, NodeStatistics> nodes = new TreeMap<>();
        for (SnapshotReader node : activity) {
            if (node.snapshot().stream() instanceof Stream.Activity(String label)) {
                node.document(NodeStatistics.ABOUT)
                        .map(NodeStatistics.class::cast)
                        .ifPresent(said -> nodes.put(label, said));
            }
        }
        return nodes;
    }

    /// {@return the activity of a table on each node that has counted it, by label}
    ///
    /// @param table as the catalogue stores it
    public List<NodeActivity> activity(QualifiedName table) {
        List<NodeActivity> counted = new ArrayList<>();
        for (SnapshotReader node : activity) {
            if (node.snapshot().stream() instanceof Stream.Activity(String label)) {
                document(node, ObjectKind.TABLE, table, TableActivity.class)
                        .or(() ->
                                document(
                                        node,
                                        ObjectKind.MATERIALIZED_VIEW,
                                        table,
                                        TableActivity.class))
                        .map(found -> new NodeActivity(label, node.snapshot().takenAt(), found))
                        .ifPresent(counted::add);
            }
        }
        return counted;
    }

    /// {@return which query statistics it looks at, by the node's label, in order}
    public SortedMap<String, SnapshotInfo> queries() {
        SortedMap<String, SnapshotInfo> snapshots = new TreeMap<>();
        queries.forEach((label, reader) -> snapshots.put(label, reader.snapshot()));
        return snapshots;
    }

    /// {@return how a node's query statistics were read, or empty when they were not captured}
    ///
    /// @param label the node's name
    public Optional<QueryStatisticsInfo> queryInfo(String label) {
        return Optional.ofNullable(queries.get(label))
                .flatMap(reader -> reader.document(QueryStatisticsInfo.ABOUT))
                .map(QueryStatisticsInfo.class::cast);
    }

    /// Hands over every query that a node has counted, by fingerprint.
    ///
    /// @param label the node's name; of an unknown one there is none
    /// @param consumer takes one at a time
    public void forEachQuery(String label, Consumer<QueryStatistics> consumer) {
        SnapshotReader reader = queries.get(label);
        if (reader != null) {
            reader.forEach(
                    ObjectKind.QUERY,
                    document -> consumer.accept(QueryStatistics.class.cast(document)));
        }
    }

    /// {@return what a name in SQL or in an argument stands for}
    ///
    /// @param schemaName the schema that was written; null for an unqualified name
    /// @param name the relation's name, exactly as the catalogue stores it
    public Resolution resolve(@Nullable String schemaName, String name) {
        return new NameResolver(schema).resolve(schemaName, name);
    }

    /// {@return the objects that a search finds}
    ///
    /// @param request what to look for
    public FoundObjects find(FindRequest request) {
        return new Search(schema, request).run();
    }

    @Override
    public void close() {
        file.close();
    }

    private <T extends SchemaObject> void forEach(
            ObjectKind kind, Class<T> type, Consumer<T> consumer) {
        schema.forEach(kind, document -> consumer.accept(type.cast(document)));
    }

    private <T extends Document> void forEachPlanned(
            ObjectKind kind, Class<T> type, Consumer<T> consumer) {
        if (planner != null) {
            planner.forEach(kind, document -> consumer.accept(type.cast(document)));
        }
    }

    private <T extends Document> Optional<T> planned(
            ObjectKind kind, QualifiedName name, Class<T> type) {
        return planner == null ? Optional.empty() : document(planner, kind, name, type);
    }

    private static <T extends Document> Optional<T> document(
            SnapshotReader reader, ObjectKind kind, QualifiedName name, Class<T> type) {
        return reader.document(new ObjectRef(kind, name)).map(type::cast);
    }

    private static HistoryException noSnapshot(HistoryFile file, Path path, SnapshotKey key) {
        List<SnapshotKey> present = file.keys();
        String has =
                present.isEmpty()
                        ? "holds no snapshot"
                        : "holds no snapshot of " + key + ", only of " + present;
        return new HistoryException(
                ErrorCode.HISTORY_MISSING,
                path + " " + has,
                "capture one with: dryrun init --db URL, or choose another --profile");
    }
}
