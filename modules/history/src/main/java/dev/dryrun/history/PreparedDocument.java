package dev.dryrun.history;

import dev.dryrun.json.ContentHash;
import dev.dryrun.json.DocumentJson;
import dev.dryrun.json.HashTree;
import dev.dryrun.json.JsonObject;
import dev.dryrun.masking.Masked;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectRef;

/// A document with its JSON and its hash: what costs time to make before it is written, and needs
/// no file. Immutable; made in any thread, so that the one that writes has less to do.
public final class PreparedDocument {

    private final ObjectRef about;
    private final String type;
    private final JsonObject json;
    private final ContentHash hash;
    private final int bucket;
    private final int maskedColumns;

    private PreparedDocument(
            ObjectRef about, String type, JsonObject json, ContentHash hash, int maskedColumns) {
        this.about = about;
        this.type = type;
        this.json = json;
        this.hash = hash;
        this.bucket = HashTree.bucket(about);
        this.maskedColumns = maskedColumns;
    }

    /// {@return a document, ready to be written}
    ///
    /// @param masked the document
    public static PreparedDocument of(Masked<? extends Document> masked) {
        Document document = masked.document();
        JsonObject json = DocumentJson.toJson(document);
        return new PreparedDocument(
                document.about(),
                DocumentJson.type(document),
                json,
                ContentHash.of(json),
                masked.maskedColumns());
    }

    ObjectRef about() {
        return about;
    }

    int maskedColumns() {
        return maskedColumns;
    }

    TreeStore.Incoming incoming() {
        return new TreeStore.Incoming(about, type, json, hash, bucket);
    }
}
