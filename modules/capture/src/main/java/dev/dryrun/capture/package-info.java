/// The connection to a server, and what is read over it.
package dev.dryrun.capture;
