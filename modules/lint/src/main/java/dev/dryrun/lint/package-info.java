/// The runner of the rules and what it is told and answers.
package dev.dryrun.lint;
