package dev.dryrun.json;

import dev.dryrun.model.Definition;
import dev.dryrun.model.Document;
import dev.dryrun.model.EnumType;
import dev.dryrun.model.Sequence;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.model.View;

/// The documents of the model as JSON: what `history.db` and every store hold.
///
/// Each has a member `document` that says which record it is. Reading what was written gives an
/// equal record.
public final class DocumentJson {

    private DocumentJson() {}

    /// {@return the word that says which record the document is}
    ///
    /// @param document any document
    public static String type(Document document) {
        return switch (document) {
            case Table _ -> "table";
            case View _ -> "view";
            case Sequence _ -> "sequence";
            case EnumType _ -> "enum";
            case Definition _ -> "definition";
            case TableStatistics _ -> "table_statistics";
            case TableActivity _ -> "table_activity";
        };
    }

    /// {@return the document as JSON}
    ///
    /// @param document any document
    public static JsonObject toJson(Document document) {
        JsonObject.Builder out = JsonObject.builder().put("document", type(document));
        switch (document) {
            case Table table -> TableJson.put(out, table);
            case View view -> ViewJson.put(out, view);
            case Sequence sequence -> SequenceJson.put(out, sequence);
            case EnumType type -> {
                NameJson.put(out, type.name());
                out.put("labels", JsonArray.ofStrings(type.labels()));
                FactsJson.put(out, type.facts());
            }
            case Definition definition -> DefinitionJson.put(out, definition);
            case TableStatistics statistics -> TableStatisticsJson.put(out, statistics);
            case TableActivity activity -> TableActivityJson.put(out, activity);
        }
        return out.build();
    }

    /// {@return the document that the JSON describes}
    ///
    /// @param json as [#toJson] makes it
    /// @throws MalformedJsonException when it describes none
    public static Document fromJson(JsonValue json) throws MalformedJsonException {
        Fields fields = Fields.of(json);
        try {
            return switch (fields.text("document")) {
                case "table" -> TableJson.read(fields);
                case "view" -> ViewJson.read(fields);
                case "sequence" -> SequenceJson.read(fields);
                case "enum" ->
                        new EnumType(
                                NameJson.read(fields),
                                fields.texts("labels"),
                                FactsJson.read(fields));
                case "definition" -> DefinitionJson.read(fields);
                case "table_statistics" -> TableStatisticsJson.read(fields);
                case "table_activity" -> TableActivityJson.read(fields);
                default -> throw Fields.wrong("document", "a known kind of document");
            };
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("the document contradicts itself");
        }
    }
}
