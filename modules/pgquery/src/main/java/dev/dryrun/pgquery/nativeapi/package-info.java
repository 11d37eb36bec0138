/// The second layer: one call, one arena, one matching free; nothing native leaves it.
package dev.dryrun.pgquery.nativeapi;
