package dev.dryrun.pgquery;

/// One statement of a text, from its first word to before the semicolon.
///
/// @param byteOffset bytes before it
/// @param byteLength its bytes
/// @param text its characters
public record SplitStatement(int byteOffset, int byteLength, String text) {

    static SplitStatement of(SourceText source, int byteStart, int byteEnd) {
        return new SplitStatement(byteStart, byteEnd - byteStart, source.slice(byteStart, byteEnd));
    }
}
