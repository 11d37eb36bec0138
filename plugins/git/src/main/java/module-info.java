import org.jspecify.annotations.NullMarked;

/// Snapshots in a branch of a git repository: a drop-in store.
///
/// Stage: store. It `provides` the store type `git`, and exports nothing.
@NullMarked
@SuppressWarnings("requires-automatic")
module dev.dryrun.plugins.git {
    requires static org.jspecify;
    requires dev.dryrun.store;
    // JGit and its ssh client have no descriptors; they are in this plugin's own layer.
    requires org.apache.sshd.osgi;
    requires org.eclipse.jgit;
    requires org.eclipse.jgit.ssh.apache;

    provides dev.dryrun.store.spi.SnapshotStoreType with
            dev.dryrun.plugins.git.GitStoreType;
}
