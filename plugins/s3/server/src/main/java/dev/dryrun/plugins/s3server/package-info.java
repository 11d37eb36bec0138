/// A real S3-compatible server for tests.
package dev.dryrun.plugins.s3server;
