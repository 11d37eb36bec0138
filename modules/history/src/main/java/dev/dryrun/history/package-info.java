/// The file that holds every snapshot, its writer and its readers.
package dev.dryrun.history;
