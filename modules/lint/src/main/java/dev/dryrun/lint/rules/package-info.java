/// The built-in rules, one file each: `<Group><Name>` is the rule `group/name`.
package dev.dryrun.lint.rules;
