package dev.dryrun.testkit;

import java.util.List;

/// The PostgreSQL servers that tests can boot, oldest first.
///
/// A JUnit test runs on a set of them with `@ParameterizedTest` and
/// `@MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")`.
public enum PostgresVersion {
    /// One that is too old for DryRun, to test what a user of it is told.
    V12(12, "12.20.0"),
    /// The oldest that DryRun supports.
    V14(14, "14.18.0"),
    /// Release 15.
    V15(15, "15.13.0"),
    /// Release 16.
    V16(16, "16.13.0"),
    /// Release 17.
    V17(17, "17.9.0"),
    /// The newest that DryRun supports.
    V18(18, "18.6.0");

    private final int major;
    private final String binaries;

    PostgresVersion(int major, String binaries) {
        this.major = major;
        this.binaries = binaries;
    }

    /// {@return the major version, such as 18}
    public int major() {
        return major;
    }

    /// {@return the version of the binaries, such as `18.6.0`, as `pom.xml` names it}
    String binaries() {
        return binaries;
    }

    /// {@return the versions that DryRun supports, oldest first}
    public static List<PostgresVersion> supported() {
        return List.of(V14, V15, V16, V17, V18);
    }

    /// The versions for a test that is cheap enough to run on each of them.
    ///
    /// @return the supported versions, oldest first
    public static List<PostgresVersion> matrix() {
        return supported();
    }

    /// The versions for a test that is too expensive to run on each of them every time.
    ///
    /// @return the oldest and the newest supported version; all of them under
    ///   `-Ddryrun.test.all=true`
    public static List<PostgresVersion> oldestAndNewest() {
        return Boolean.getBoolean("dryrun.test.all")
                ? supported()
                : List.of(supported().getFirst(), supported().getLast());
    }
}
