/// PostgreSQL's raw parse tree: a record for each kind of node that is looked at, one for the rest.
package dev.dryrun.pgquery.tree;
