/// The commands that touch a database, one class each, and the root that knows every command.
package dev.dryrun.dba;
