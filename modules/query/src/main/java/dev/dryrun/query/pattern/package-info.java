/// Rules that look at statements which run: what is slow or surprising about them here.
package dev.dryrun.query.pattern;
