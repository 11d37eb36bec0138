package dev.dryrun.store;

import dev.dryrun.json.ContentHash;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a manifest lies: `snapshots/<project>/<database>/<stream>/<time>-<root>-<digest>`.
///
/// The time sorts as text does; the root tells what is in it, and the digest, the first half of the
/// SHA-256 of the manifest's bytes, that it is whole.
///
/// @param name the whole name
/// @param folder `<project>/<database>`, as the store writes it
/// @param stream `schema`, `activity/<label>` …, as the store writes it
/// @param takenAt when it was captured
/// @param root the root of its tree
/// @param digest 32 hexadecimal digits
record ManifestName(
        String name,
        String folder,
        String stream,
        Instant takenAt,
        ContentHash root,
        String digest) {

    /// What all of them begin with.
    static final String PREFIX = "snapshots/";

    private static final int DIGEST_LENGTH = 32;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmss.SSSSSS'z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final Pattern FORM =
            Pattern.compile(
                    PREFIX
                            + "(?<folder>[^/]+/[^/]+)/(?<stream>[^/]+(?:/[^/]+)?)/"
                            + "(?<time>\\d{8}t\\d{6}\\.\\d{6}z)-(?<root>[0-9a-f]{64})"
                            + "-(?<digest>[0-9a-f]{32})");

    /// {@return the name of a manifest}
    static ManifestName of(Manifest manifest) {
        SnapshotInfo info = manifest.info();
        String folder = folder(info.key());
        String stream = stream(info);
        String digest = digest(manifest.bytes());
        String name =
                PREFIX
                        + folder
                        + "/"
                        + stream
                        + "/"
                        + TIME.format(info.takenAt())
                        + "-"
                        + info.hash()
                        + "-"
                        + digest;
        return new ManifestName(name, folder, stream, info.takenAt(), manifest.root(), digest);
    }

    /// {@return what a name says, or empty when it is no manifest's}
    static Optional<ManifestName> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ManifestName(
                            name,
                            matcher.group("folder"),
                            matcher.group("stream"),
                            TIME.parse(matcher.group("time"), Instant::from),
                            new ContentHash(matcher.group("root")),
                            matcher.group("digest")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// {@return whether these are its manifest's bytes}
    boolean names(byte[] bytes) {
        return digest(bytes).equals(digest);
    }

    boolean isSchema() {
        return stream.equals("schema");
    }

    static String folder(SnapshotKey key) {
        return SegmentName.of(key.projectId()) + "/" + SegmentName.of(key.databaseId());
    }

    private static String stream(SnapshotInfo info) {
        String word = info.stream().word();
        int colon = word.indexOf(':');
        return colon < 0
                ? word
                : word.substring(0, colon) + "/" + SegmentName.of(word.substring(colon + 1));
    }

    private static String digest(byte[] bytes) {
        return ContentHash.of(bytes).hex().substring(0, DIGEST_LENGTH);
    }
}
