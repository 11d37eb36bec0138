package dev.dryrun.json;

import dev.dryrun.model.CompositeType;
import dev.dryrun.model.Definition;
import dev.dryrun.model.Document;
import dev.dryrun.model.Domain;
import dev.dryrun.model.EnumType;
import dev.dryrun.model.Function;
import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.ObjectIdentities;
import dev.dryrun.model.QueryStatistics;
import dev.dryrun.model.QueryStatisticsInfo;
import dev.dryrun.model.RangeType;
import dev.dryrun.model.Sequence;
import dev.dryrun.model.SequenceStatistics;
import dev.dryrun.model.ServerFact;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.model.View;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The documents of the model as JSON: what `history.db` and every store hold.
///
/// Each has a member `document` that says which record it is. Reading what was written gives an
/// equal record.
public final class DocumentJson {

    /// All that [#type] says; an older DryRun that meets a newer word is to say just that.
    private static final Set<String> TYPES =
            Set.of(
                    "table",
                    "view",
                    "sequence",
                    "enum",
                    "domain",
                    "composite",
                    "range",
                    "function",
                    "definition",
                    "table_statistics",
                    "sequence_statistics",
                    "table_activity",
                    "server_fact",
                    "node_statistics",
                    "query_statistics",
                    "query_statistics_info");

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
            case Domain _ -> "domain";
            case CompositeType _ -> "composite";
            case RangeType _ -> "range";
            case Function _ -> "function";
            case Definition _ -> "definition";
            case TableStatistics _ -> "table_statistics";
            case SequenceStatistics _ -> "sequence_statistics";
            case ObjectIdentities _ -> "identities";
            case TableActivity _ -> "table_activity";
            case ServerFact _ -> "server_fact";
            case NodeStatistics _ -> "node_statistics";
            case QueryStatistics _ -> "query_statistics";
            case QueryStatisticsInfo _ -> "query_statistics_info";
        };
    }

    /// {@return the document as JSON}
    ///
    /// @param document any document
    public static JsonObject toJson(Document document) {
        JsonObject.Builder out = builder(document).put("document", type(document));
        switch (document) {
            case Table table -> TableJson.put(out, table);
            case View view -> ViewJson.put(out, view);
            case EnumType type -> TypeJson.put(out, type);
            case Domain domain -> TypeJson.put(out, domain);
            case CompositeType type -> TypeJson.put(out, type);
            case RangeType range -> TypeJson.put(out, range);
            case Function function -> FunctionJson.put(out, function);
            case Sequence sequence -> SequenceJson.put(out, sequence);
            case Definition definition -> DefinitionJson.put(out, definition);
            case TableStatistics statistics -> TableStatisticsJson.put(out, statistics);
            case SequenceStatistics sequence -> {
                NameJson.put(out, sequence.sequence());
                ReadingJson.put(out, "last_value", sequence.lastValue(), JsonNumber::of);
            }
            case ObjectIdentities identities -> ObjectIdentitiesJson.put(out, identities);
            case TableActivity activity -> TableActivityJson.put(out, activity);
            case ServerFact fact -> ServerFactJson.put(out, fact);
            case NodeStatistics node -> NodeStatisticsJson.put(out, node);
            case QueryStatistics query -> QueryStatisticsJson.put(out, query);
            case QueryStatisticsInfo info -> QueryStatisticsJson.put(out, info);
        }
        return out.build();
    }

    /// {@return a builder; with the names of those documents that there are many of}
    private static JsonObject.Builder builder(Document document) {
        if (document instanceof Table) {
            return JsonObject.builder(TableJson.NAMES);
        }
        if (document instanceof TableStatistics) {
            return JsonObject.builder(TableStatisticsJson.NAMES);
        }
        if (document instanceof TableActivity) {
            return JsonObject.builder(TableActivityJson.NAMES);
        }
        return document instanceof Function
                ? JsonObject.builder(FunctionJson.NAMES)
                : JsonObject.builder();
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
                case "enum" -> TypeJson.readEnum(fields);
                case "domain" -> TypeJson.readDomain(fields);
                case "composite" -> TypeJson.readComposite(fields);
                case "range" -> TypeJson.readRange(fields);
                case "function" -> FunctionJson.read(fields);
                case "sequence" -> SequenceJson.read(fields);
                case "definition" -> DefinitionJson.read(fields);
                case "table_statistics" -> TableStatisticsJson.read(fields);
                case "sequence_statistics" ->
                        new SequenceStatistics(
                                NameJson.read(fields),
                                ReadingJson.read(fields, "last_value", ReadingJson::whole));
                case "identities" -> ObjectIdentitiesJson.read(fields);
                case "table_activity" -> TableActivityJson.read(fields);
                case "server_fact" -> ServerFactJson.read(fields);
                case "node_statistics" -> NodeStatisticsJson.read(fields);
                case "query_statistics" -> QueryStatisticsJson.read(fields);
                case "query_statistics_info" -> QueryStatisticsJson.readInfo(fields);
                default -> throw Fields.wrong("document", "a known kind of document");
            };
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("the document contradicts itself");
        }
    }

    /// {@return the document that these bytes are, held to their hash}
    ///
    /// @param canonical as they came
    /// @param hash what the document must have
    /// @throws MalformedJsonException when they are another document's, or none
    /// @throws UnknownContentException when they are whole, and say something we do not know
    public static Document verified(byte[] canonical, ContentHash hash)
            throws MalformedJsonException, UnknownContentException {
        if (!ContentHash.of(canonical).equals(hash)) {
            throw new MalformedJsonException("its hash is another");
        }
        JsonValue json = Json.parse(new String(canonical, StandardCharsets.UTF_8));
        if (!SoundText.in(json)) {
            throw new MalformedJsonException("it has a text that no database can hold");
        }
        Document document;
        if (!TYPES.contains(Fields.of(json).text("document"))) {
            throw new UnknownContentException("it is of a kind that this DryRun does not know");
        }
        try {
            document = fromJson(json);
        } catch (ArithmeticException e) {
            throw new MalformedJsonException("a number is out of its range");
        }
        // Of the record and not of the text: what we did not understand would move the hash.
        if (!ContentHash.of(toJson(document)).equals(hash)) {
            throw new UnknownContentException("it says something that this DryRun does not know");
        }
        return document;
    }
}
