/// `dryrun.toml` as records, and where to find it.
package dev.dryrun.config;
