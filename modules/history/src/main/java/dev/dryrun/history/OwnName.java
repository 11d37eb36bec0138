package dev.dryrun.history;

/// The name of a document's object within the names of its parts: `table_pkey` is `+_pkey` in the
/// row of `table`, so that parts of tables that are alike are equal. A name that begins with one of
/// the two signs by itself gets a minus sign before it.
///
/// @param name of the document's object
record OwnName(String name) {

    private static final String OWN = "+";
    private static final String OTHER = "-";

    String shortened(String part) {
        if (!name.isEmpty() && part.startsWith(name)) {
            return OWN.concat(part.substring(name.length()));
        }
        return part.startsWith(OWN) || part.startsWith(OTHER) ? OTHER.concat(part) : part;
    }

    String whole(String stored) {
        if (stored.startsWith(OWN)) {
            return name + stored.substring(1);
        }
        return stored.startsWith(OTHER) ? stored.substring(1) : stored;
    }
}
