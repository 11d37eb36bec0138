/// What a rule is: the interface that built-in and drop-in rules implement, version 1.
package dev.dryrun.lint.spi;
