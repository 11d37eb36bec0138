/// Assembles the runtime image: jars to modules, modules to an image, then the launcher and one
/// ahead-of-time cache for each root.
///
/// A program of the build, never shipped. It runs on the class path, because what it links are jars
/// that it must look into.
@NullMarked
package dev.dryrun.jlink;

import org.jspecify.annotations.NullMarked;
