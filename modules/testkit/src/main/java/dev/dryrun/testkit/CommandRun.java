package dev.dryrun.testkit;

import java.time.Duration;

/// What came of a process that has ended.
///
/// @param status its exit status; 128 and the signal's number when a signal ended it
/// @param stdout all it wrote to standard output, read as UTF-8
/// @param stderr all it wrote to standard error, read as UTF-8
/// @param elapsed from its start until it had ended and all was read
public record CommandRun(int status, String stdout, String stderr, Duration elapsed) {}
