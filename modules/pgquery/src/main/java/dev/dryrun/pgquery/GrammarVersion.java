package dev.dryrun.pgquery;

/// The PostgreSQL release whose grammar the library speaks.
///
/// @param major such as 18
/// @param minor such as 6
public record GrammarVersion(int major, int minor) {

    /// {@return the version as people write it, such as `18.6`}
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
