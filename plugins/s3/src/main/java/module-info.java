import org.jspecify.annotations.NullMarked;

/// Snapshots in S3, and in what speaks its language; a plugin, resolved in a layer of its own.
///
/// The SDK has no descriptors: a plugin's layer takes automatic modules, as the image does not.
@NullMarked
@SuppressWarnings("requires-automatic")
module dev.dryrun.plugins.s3store {
    requires static org.jspecify;
    requires dev.dryrun.store;
    requires software.amazon.awssdk.auth;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.urlconnection;
    requires software.amazon.awssdk.identity.spi;
    requires software.amazon.awssdk.profiles;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.retries;
    requires software.amazon.awssdk.retries.api;
    requires software.amazon.awssdk.services.s3;
    requires software.amazon.awssdk.utils;

    provides dev.dryrun.store.spi.SnapshotStoreType with
            dev.dryrun.plugins.s3store.S3StoreType;
}
