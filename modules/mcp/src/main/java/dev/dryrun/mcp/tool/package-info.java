/// The tools: one file for each, and what they share. Knows nothing of JSON-RPC.
package dev.dryrun.mcp.tool;
