/// What PostgreSQL's parser says about a text, without a server.
package dev.dryrun.pgquery;
