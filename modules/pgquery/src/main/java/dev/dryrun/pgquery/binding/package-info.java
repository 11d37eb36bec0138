/// The first layer: libpg_query's functions and structs, as its header declares them.
package dev.dryrun.pgquery.binding;
