/// A folder as a store.
package dev.dryrun.store.file;
