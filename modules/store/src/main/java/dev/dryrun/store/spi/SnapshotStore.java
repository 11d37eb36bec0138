package dev.dryrun.store.spi;

import java.time.Instant;
import java.util.Optional;

/// Bytes under names, in a place that several people and machines share.
///
/// **Names** are one to eight segments with `/` between them; a segment is 1 to 128 of the letters
/// `a` to `z`, digits, `.`, `_`, `-`, and begins with none of `.` and `-`. Case makes no difference
/// anywhere, as there are no capitals. Names under `tmp/` belong to the store. DryRun never gives
/// both `a` and `a/b`, so a name is either a file or a folder where those exist.
///
/// **Whole or not at all.** A name is there with all of its bytes, or is not there, for every
/// reader and after every way a writer can end.
///
/// **Once.** What has a name keeps it. Of two writers of one name at the same time one is told
/// `true`; where nothing is visible before [#flush], several may be, and what was flushed first
/// stays.
///
/// Used by up to [StoreTraits#parallelism] threads at once. Each method may be ended by
/// [Thread#interrupt], which is a [StoreException] too. A store retries by itself what may pass (a
/// busy server, a cut connection), with growing pauses, before it fails.
public interface SnapshotStore extends AutoCloseable {

    /// {@return what it can do; always the same}
    StoreTraits traits();

    /// Asks whether it can be read, and written unless that cannot be told without writing.
    ///
    /// @return what a person would want to know, one line: the place, the account, the branch
    /// @throws StoreException when it cannot, with what to do
    String check();

    /// Writes, unless the name is there. Others may see it from now on, and see it for certain
    /// after [#flush].
    ///
    /// @param name where; not under `tmp/`
    /// @param content all of it
    /// @return whether it was written; false when the name was there, which is no error
    /// @throws StoreException when it was not written
    boolean put(String name, byte[] content);

    /// Makes what was put visible to everybody, and safe from a crash; in the order in which it was
    /// put, or all at once. A store that needs no such step does nothing.
    ///
    /// @throws StoreException when it could not; then nothing, or a beginning of it, is visible
    void flush();

    /// Reads.
    ///
    /// @param name which
    /// @param limitBytes the most that is read; a longer one is DAMAGED
    /// @return all of it, or empty when there is no such name
    /// @throws StoreException when it cannot be read
    Optional<byte[]> get(String name, int limitBytes);

    /// Lists names in order of their bytes, a page at a time. What is put or deleted meanwhile may
    /// be in it or not; what was flushed before the first page is in one.
    ///
    /// @param prefix what they begin with; empty for all. Names under `tmp/` are never listed
    /// @param after the last name of the page before; empty for the first page
    /// @param limit the most names of a page, 1 to 1000
    /// @return names with their sizes; fewer than `limit`, down to none, only at the end
    /// @throws StoreException when it cannot be listed
    StorePage list(String prefix, String after, int limit);

    /// Deletes; visible after [#flush].
    ///
    /// @param name which; one that is not there is no error
    /// @throws StoreException when it cannot be deleted
    void delete(String name);

    /// Removes what interrupted uploads have left behind.
    ///
    /// @param before only what has not been touched since
    /// @return how many were removed
    /// @throws StoreException when it cannot be told or removed
    int sweep(Instant before);

    /// Lets go of what it holds. What was not flushed may be lost.
    @Override
    void close();
}
