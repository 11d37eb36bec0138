/// Where plugins lie, which may run, and the layers they run in.
package dev.dryrun.plugin;
