/// What the tests of every module stand on: real PostgreSQL servers, golden files, processes.
///
/// Never shipped, and not a named module: tests have it on the class path beside the module that
/// they patch.
@NullMarked
package dev.dryrun.testkit;

import org.jspecify.annotations.NullMarked;
