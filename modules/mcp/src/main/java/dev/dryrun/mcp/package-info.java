/// The server: its session, its limits, and the command that starts it.
package dev.dryrun.mcp;
