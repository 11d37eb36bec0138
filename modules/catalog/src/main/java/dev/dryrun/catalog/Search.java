package dev.dryrun.catalog;

import dev.dryrun.history.SearchScope;
import dev.dryrun.history.Searchable;
import dev.dryrun.history.SnapshotReader;
import dev.dryrun.model.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Compares what the index finds and ranks what matches: exact name, then start of a name, then
/// part of a name, then anything else; equal ranks by kind, schema and name.
///
/// Keeps no more than one page in memory.
final class Search {

    private static final Comparator<Hit> ORDER =
            Comparator.comparing(Hit::rank)
                    .thenComparing(hit -> hit.object.ref().kind())
                    .thenComparing(hit -> hit.object.ref().name())
                    .thenComparing(hit -> String.valueOf(hit.object.table()));

    private final SnapshotReader schema;
    private final FindRequest request;
    private final String needle;
    private final long wanted;

    /// The best so far, the worst of them on top.
    private final PriorityQueue<Hit> best = new PriorityQueue<>(Collections.reverseOrder(ORDER));

    private int total;

    private enum Rank {
        EXACT,
        PREFIX,
        SUBSTRING,
        OTHER
    }

    private record Hit(Rank rank, FoundObject object) {}

    Search(SnapshotReader schema, FindRequest request) {
        this.schema = schema;
        this.request = request;
        String query = request.query();
        this.needle = query == null ? "" : Searchable.fold(query);
        this.wanted =
                request.limit() == 0 ? Long.MAX_VALUE : (long) request.offset() + request.limit();
    }

    FoundObjects run() {
        schema.search(new SearchScope(needle, request.kind(), request.schema()), this::consider);
        List<Hit> page = new ArrayList<>(best);
        page.sort(ORDER);
        List<FoundObject> objects = page.stream().skip(request.offset()).map(Hit::object).toList();
        return new FoundObjects(objects, total);
    }

    private void consider(Searchable candidate) {
        if (request.kind() != null && request.kind() != candidate.ref().kind()) {
            return;
        }
        Optional<Rank> byName = rank(candidate.ref().name());
        String matchedOn;
        if (byName.isPresent()) {
            matchedOn = needle.isEmpty() ? "all" : "name";
        } else if (holds(candidate.comment())) {
            matchedOn = "comment";
        } else if (candidate.what() != null && holds(candidate.text())) {
            matchedOn = candidate.what();
        } else {
            return;
        }
        total++;
        best.add(
                new Hit(
                        byName.orElse(Rank.OTHER),
                        new FoundObject(
                                candidate.ref(),
                                candidate.table(),
                                candidate.detail(),
                                matchedOn,
                                candidate.comment())));
        if (best.size() > wanted) {
            best.remove();
        }
    }

    private boolean holds(@Nullable String text) {
        return text != null && Searchable.fold(text).contains(needle);
    }

    private Optional<Rank> rank(QualifiedName name) {
        String own = Searchable.fold(name.name());
        if (own.equals(needle) || Searchable.fold(name.display()).equals(needle)) {
            return Optional.of(Rank.EXACT);
        }
        if (own.startsWith(needle)) {
            return Optional.of(Rank.PREFIX);
        }
        return own.contains(needle) ? Optional.of(Rank.SUBSTRING) : Optional.empty();
    }
}
