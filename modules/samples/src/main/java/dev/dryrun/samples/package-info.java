/// Captured databases for the tests of every module that reads a catalog: a real server, captured
/// as users capture, in a real `history.db`.
///
/// Never shipped, and not a named module: tests have it on the class path beside the module that
/// they patch.
@NullMarked
package dev.dryrun.samples;

import org.jspecify.annotations.NullMarked;
