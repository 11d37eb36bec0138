/// Results as text for people and JSON for programs; one file for each result and format.
package dev.dryrun.report;
