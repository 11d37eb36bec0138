package dev.dryrun.catalog;

import dev.dryrun.model.Column;
import dev.dryrun.model.EnumType;
import dev.dryrun.model.Index;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Table;
import dev.dryrun.model.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks through a catalog once and ranks what matches: exact name, then start of a name, then part
/// of a name, then anything else; equal ranks by kind, schema and name.
final class Search {

    private final Catalog catalog;
    private final FindRequest request;
    private final String needle;
    private final List<Hit> hits = new ArrayList<>();

    private enum Rank {
        EXACT,
        PREFIX,
        SUBSTRING,
        OTHER
    }

    private record Hit(Rank rank, FoundObject object) {}

    Search(Catalog catalog, FindRequest request) {
        this.catalog = catalog;
        this.request = request;
        String query = request.query();
        this.needle = query == null ? "" : fold(query);
    }

    FoundObjects run() {
        if (wants(ObjectKind.TABLE) || wants(ObjectKind.COLUMN) || wants(ObjectKind.INDEX)) {
            catalog.forEachTable(this::look);
        }
        if (wants(ObjectKind.FOREIGN_TABLE) || wants(ObjectKind.COLUMN)) {
            catalog.forEachForeignTable(this::look);
        }
        if (wants(ObjectKind.VIEW)
                || wants(ObjectKind.MATERIALIZED_VIEW)
                || wants(ObjectKind.INDEX)
                || wants(ObjectKind.COLUMN)) {
            catalog.forEachView(this::look);
        }
        if (wants(ObjectKind.ENUM)) {
            catalog.forEachEnum(this::look);
        }
        hits.sort(
                Comparator.comparing(Hit::rank)
                        .thenComparing(hit -> hit.object.ref().kind())
                        .thenComparing(hit -> hit.object.ref().name())
                        .thenComparing(hit -> String.valueOf(hit.object.table())));
        int limit = request.limit() == 0 ? Integer.MAX_VALUE : request.limit();
        List<FoundObject> page =
                hits.stream().skip(request.offset()).limit(limit).map(Hit::object).toList();
        return new FoundObjects(page, hits.size());
    }

    private void look(Table table) {
        if (!inSchema(table.name())) {
            return;
        }
        consider(table.about().kind(), table.name(), null, null, table.comment(), null);
        for (Column column : table.columns()) {
            member(ObjectKind.COLUMN, table.name(), column.name(), column.type(), column.comment());
        }
        look(table.name(), table.indexes());
    }

    private void look(QualifiedName relation, List<Index> indexes) {
        for (Index index : indexes) {
            QualifiedName name = new QualifiedName(relation.schema(), index.name());
            String definition = DefinitionText.of(relation, index);
            consider(
                    ObjectKind.INDEX,
                    name,
                    relation,
                    definition,
                    index.comment(),
                    new Text("definition", definition));
        }
    }

    private void look(View view) {
        if (!inSchema(view.name())) {
            return;
        }
        Text definition =
                view.definition().known().map(text -> new Text("definition", text)).orElse(null);
        consider(view.about().kind(), view.name(), null, null, view.comment(), definition);
        for (View.ViewColumn column : view.columns()) {
            member(ObjectKind.COLUMN, view.name(), column.name(), column.type(), column.comment());
        }
        look(view.name(), view.indexes());
    }

    private void look(EnumType type) {
        if (inSchema(type.name())) {
            String labels = String.join(", ", type.labels());
            Text label = new Text("label", labels);
            consider(ObjectKind.ENUM, type.name(), null, labels, type.comment(), label);
        }
    }

    private void member(
            ObjectKind kind,
            QualifiedName owner,
            String name,
            String detail,
            @Nullable String comment) {
        consider(kind, new QualifiedName(owner.schema(), name), owner, detail, comment, null);
    }

    /// A further text of an object that may match, and what it is called.
    private record Text(String what, String text) {}

    private void consider(
            ObjectKind kind,
            QualifiedName name,
            @Nullable QualifiedName table,
            @Nullable String detail,
            @Nullable String comment,
            @Nullable Text further) {
        if (!wants(kind)) {
            return;
        }
        Optional<Rank> byName = rank(name);
        String matchedOn;
        if (byName.isPresent()) {
            matchedOn = needle.isEmpty() ? "all" : "name";
        } else if (comment != null && fold(comment).contains(needle)) {
            matchedOn = "comment";
        } else if (further != null && fold(further.text).contains(needle)) {
            matchedOn = further.what;
        } else {
            return;
        }
        FoundObject object =
                new FoundObject(new ObjectRef(kind, name), table, detail, matchedOn, comment);
        hits.add(new Hit(byName.orElse(Rank.OTHER), object));
    }

    private Optional<Rank> rank(QualifiedName name) {
        String own = fold(name.name());
        if (own.equals(needle) || fold(name.display()).equals(needle)) {
            return Optional.of(Rank.EXACT);
        }
        if (own.startsWith(needle)) {
            return Optional.of(Rank.PREFIX);
        }
        return own.contains(needle) ? Optional.of(Rank.SUBSTRING) : Optional.empty();
    }

    private boolean wants(ObjectKind kind) {
        return request.kind() == null || request.kind() == kind;
    }

    private boolean inSchema(QualifiedName name) {
        return request.schema() == null || request.schema().equals(name.schema());
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
