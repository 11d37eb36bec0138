import org.jspecify.annotations.NullMarked;

/// A real S3-compatible server for tests; never shipped.
@NullMarked
module dev.dryrun.plugins.s3server {
    requires static org.jspecify;

    exports dev.dryrun.plugins.s3server;
}
