package dev.dryrun.model;

/// Whose snapshots: one database of one project.
///
/// @param projectId `[project] id` of `dryrun.toml`, else the project folder's name; not empty
/// @param databaseId the profile's `database_id`, else the project id; not empty
public record SnapshotKey(String projectId, String databaseId) {

    public SnapshotKey {
        if (projectId.isEmpty() || databaseId.isEmpty()) {
            throw new IllegalArgumentException("a snapshot key has no empty part");
        }
    }

    @Override
    public String toString() {
        return projectId + "/" + databaseId;
    }
}
