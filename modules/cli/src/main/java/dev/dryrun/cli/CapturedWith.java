package dev.dryrun.cli;

import dev.dryrun.diff.SameObjects;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReader;
import dev.dryrun.model.ObjectIdentities;
import dev.dryrun.model.ServerFact;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.Stream;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/// What was captured with a schema and does not belong to it: what the server knows its objects by,
/// and what could not be read.
///
/// @param planner the planner's snapshot of the same capture; empty when it took none
record CapturedWith(Optional<SnapshotReader> planner) {

    /// {@return what was captured with a schema}
    static CapturedWith of(HistoryFile file, SnapshotInfo schema) {
        return new CapturedWith(
                file.newest(schema.key(), new Stream.Planner(), schema.takenAt())
                        .filter(planner -> planner.takenAt().equals(schema.takenAt()))
                        .filter(planner -> planner.server().equals(schema.server()))
                        .map(file::read));
    }

    SameObjects same(CapturedWith other) {
        return planner.isEmpty() || other.planner.isEmpty()
                ? SameObjects.unknown()
                : SameObjects.between(planner.get(), other.planner.get());
    }

    SameObjects same(ServerInfo server, Collection<ObjectIdentities> identities) {
        return planner.map(reader -> SameObjects.between(reader, server, identities))
                .orElseGet(SameObjects::unknown);
    }

    Unread unread() {
        return Unread.of(this::facts);
    }

    /// A fact about a whole kind is called `*`.
    private void facts(Consumer<ServerFact> consumer) {
        planner.ifPresent(reader ->
                reader.named("*").stream()
                        .flatMap(ref -> reader.document(ref).stream())
                        .filter(ServerFact.class::isInstance)
                        .map(ServerFact.class::cast)
                        .forEach(consumer));
    }
}
