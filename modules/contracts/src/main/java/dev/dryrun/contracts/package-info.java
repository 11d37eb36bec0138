/// A kit for each interface that plugins implement. A test class implements the kit's interface,
/// and inherits its tests.
package dev.dryrun.contracts;
