package dev.dryrun.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.json.DocumentJson;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonBoolean;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectChange;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SchemaDelta;
import dev.dryrun.testkit.EveryObject;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whatever the hash covers is in the delta: every member of every captured document, changed by
/// itself, appears.
final class EveryPropertyTest {

    private static final String DATABASE = "diff_every";

    @Test
    void everyMemberOfEveryDocumentThatIsOtherwiseAppears() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        EveryObject.create(server, DATABASE);
        Set<String> changed = new TreeSet<>();
        Set<String> types = new TreeSet<>();
        for (Document document : LiveSchema.read(server, DATABASE).documents().values()) {
            types.add(DocumentJson.type(document));
            for (Mutant mutant : mutants(DocumentJson.toJson(document))) {
                read(mutant.json, document)
                        .ifPresent(other -> {
                            assertAppears(document, other, mutant.path);
                            changed.add(mutant.path);
                        });
            }
        }
        assertThat(types)
                .contains(
                        "table",
                        "view",
                        "sequence",
                        "enum",
                        "domain",
                        "composite",
                        "range",
                        "function",
                        "definition");
        assertThat(changed)
                .hasSizeGreaterThan(250)
                .contains(
                        "table.columns.default",
                        "table.columns.identity_sequence.cache",
                        "table.row_security.policies.using",
                        "table.triggers.definition",
                        "table.partition_of.bound",
                        "table.indexes.keys.operator_class.name",
                        "view.definition",
                        "function.body.source",
                        "enum.labels",
                        "definition.properties.sfunc");
    }

    private static void assertAppears(Document document, Document other, String path) {
        SchemaDelta delta =
                SchemaDiff.between(
                        Map.of(document.about(), document), Map.of(other.about(), other));
        assertThat(delta.changes()).as(path + " of " + document.about()).isNotEmpty();
        for (ObjectChange change : delta.changes()) {
            if (change instanceof ObjectChange.Changed one) {
                assertThat(one.properties())
                        .as(path)
                        .allMatch(it -> !Objects.equals(it.before(), it.after()));
            }
        }
    }

    private static Optional<Document> read(JsonObject json, Document like) {
        try {
            Document other = DocumentJson.fromJson(json);
            return other.equals(like) || !other.about().equals(like.about())
                    ? Optional.empty()
                    : Optional.of(other);
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    private record Mutant(String path, JsonObject json) {}

    private static List<Mutant> mutants(JsonObject document) {
        String type = Members.text(document, "document");
        List<Mutant> mutants = new ArrayList<>();
        document.members()
                .forEach((name, value) -> {
                    for (Change change : changes(type + "." + name, value)) {
                        mutants.add(new Mutant(change.path, with(document, name, change.value)));
                    }
                });
        return mutants;
    }

    private record Change(String path, Optional<JsonValue> value) {}

    private static List<Change> changes(String path, JsonValue value) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(path, Optional.empty()));
        switch (value) {
            case JsonString(String text) ->
                    changes.add(new Change(path, Optional.of(new JsonString(text + "x"))));
            case JsonNumber number ->
                    changes.add(
                            new Change(path, Optional.of(JsonNumber.of(number.doubleValue() + 1))));
            case JsonBoolean(boolean truth) ->
                    changes.add(new Change(path, Optional.of(new JsonBoolean(!truth))));
            case JsonObject object ->
                    object.members()
                            .forEach((name, member) -> {
                                for (Change inner : changes(path + "." + name, member)) {
                                    changes.add(
                                            new Change(
                                                    inner.path,
                                                    Optional.of(with(object, name, inner.value))));
                                }
                            });
            case JsonArray(List<JsonValue> elements) -> {
                for (int i = 0; i < elements.size(); i++) {
                    for (Change inner : changes(path, elements.get(i))) {
                        List<JsonValue> others = new ArrayList<>(elements);
                        others.remove(i);
                        int at = i;
                        inner.value.ifPresent(one -> others.add(at, one));
                        changes.add(new Change(inner.path, Optional.of(new JsonArray(others))));
                    }
                }
            }
            default -> {}
        }
        return changes;
    }

    private static JsonObject with(JsonObject object, String name, Optional<JsonValue> value) {
        SequencedMap<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.remove(name);
        value.ifPresent(one -> members.put(name, one));
        return new JsonObject(members);
    }

    @Test
    void equalDocumentsAreNoChange() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String database = server.freshDatabase();
        server.execute(database, "CREATE TABLE t (a integer)");
        Map<ObjectRef, Document> one = LiveSchema.read(server, database).documents();
        Map<ObjectRef, Document> other = LiveSchema.read(server, database).documents();
        assertThat(SchemaDiff.between(one, other).isEmpty()).isTrue();
        assertThat(one.keySet().stream().map(ref -> ref.name().name()).collect(Collectors.toSet()))
                .contains("t");
    }
}
