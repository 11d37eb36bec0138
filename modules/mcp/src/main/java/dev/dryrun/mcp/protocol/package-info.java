/// The protocol: a record for each message, and how they are read and written. Knows no tool.
package dev.dryrun.mcp.protocol;
