package dev.dryrun.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.dryrun.json.ContentHash;

/// A document, node or root as a store has it: one zstd frame that says how long it is inside.
final class Blob {

    /// The longest that is written or read, uncompressed.
    static final int BYTES_MAX = 64 * 1024 * 1024;

    /// The longest that is fetched: what does not compress grows by little.
    static final int PACKED_MAX = BYTES_MAX + BYTES_MAX / 256 + 1024;

    /// What the names of all of them begin with.
    static final String FOLDER = "objects/";

    private static final int LEVEL = 3;

    private Blob() {}

    /// {@return where it lies}
    static String name(ContentHash hash) {
        return FOLDER + hash.hex().substring(0, 2) + "/" + hash.hex();
    }

    /// {@return the bytes, compressed}
    static byte[] pack(byte[] raw) {
        return Zstd.compress(raw, LEVEL);
    }

    /// What came is not what it should be.
    static final class DamagedException extends Exception {

        private static final long serialVersionUID = 1L;

        DamagedException(String message) {
            super(message);
        }
    }

    /// {@return the bytes, held to their hash}
    ///
    /// Never takes more memory than [#BYTES_MAX], whatever the frame claims.
    static byte[] unpack(byte[] packed, ContentHash hash) throws DamagedException {
        long size = packed.length == 0 ? -1 : Zstd.getFrameContentSize(packed);
        if (size < 0) {
            throw new DamagedException("is no zstd frame that says its length");
        }
        if (size > BYTES_MAX) {
            throw new DamagedException(
                    "claims " + size + " bytes; no document has more than " + BYTES_MAX);
        }
        byte[] raw = new byte[(int) size];
        try {
            long written = Zstd.decompressByteArray(raw, 0, raw.length, packed, 0, packed.length);
            if (written != size) {
                throw new DamagedException("is cut short");
            }
        } catch (ZstdException e) {
            throw new DamagedException("is cut short or altered");
        }
        if (!ContentHash.of(raw).equals(hash)) {
            throw new DamagedException("has other content than its name says");
        }
        return raw;
    }
}
