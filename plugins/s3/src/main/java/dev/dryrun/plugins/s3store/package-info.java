/// Snapshots in S3. Nothing of it is exported; the service is the way in.
package dev.dryrun.plugins.s3store;
