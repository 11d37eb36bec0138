/// Plans and queries, read for what makes them slow.
package dev.dryrun.advise;
