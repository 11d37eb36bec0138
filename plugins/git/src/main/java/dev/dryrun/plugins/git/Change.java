package dev.dryrun.plugins.git;

import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/// What is to become of a name.
///
/// @param deletes whether what is there goes
/// @param adds what comes where nothing is, or nothing is any more
record Change(boolean deletes, Optional<ObjectId> adds) {

    static Change add(ObjectId blob) {
        return new Change(false, Optional.of(blob));
    }

    static Change delete() {
        return new Change(true, Optional.empty());
    }
}
