package dev.dryrun.diff;

import dev.dryrun.json.DocumentJson;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectRef;
import org.jspecify.annotations.Nullable;

/// A document on both sides, as JSON: what the hash is made of, so that nothing can be forgotten.
///
/// @param from what it was about
/// @param to what it is about: another reference where it was renamed
/// @param before null when it was not there
/// @param after null when it is not there any more
record Difference(
        ObjectRef from, ObjectRef to, @Nullable JsonObject before, @Nullable JsonObject after) {

    static Difference added(Document document) {
        ObjectRef about = document.about();
        return new Difference(about, about, null, DocumentJson.toJson(document));
    }

    static Difference removed(Document document) {
        ObjectRef about = document.about();
        return new Difference(about, about, DocumentJson.toJson(document), null);
    }

    static Difference changed(Document before, Document after) {
        return new Difference(
                before.about(),
                after.about(),
                DocumentJson.toJson(before),
                DocumentJson.toJson(after));
    }

    boolean isAdded() {
        return before == null;
    }

    boolean isRemoved() {
        return after == null;
    }

    boolean isRenamed() {
        return !from.equals(to);
    }

    /// {@return the document as it was, or one without members}
    JsonObject was() {
        return before == null ? Members.NONE : before;
    }

    /// {@return the document as it is, or one without members}
    JsonObject is() {
        return after == null ? Members.NONE : after;
    }
}
