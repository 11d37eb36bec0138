package dev.dryrun.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// `[history]`: what pruning keeps.
///
/// @param maxAge older snapshots may go; null means none are too old
/// @param autoPrune whether every successful capture prunes
/// @param keepSchemas the newest so many stay whatever their age; zero or less: never pruned
/// @param keepPlanner the newest so many stay whatever their age; zero or less: never pruned
public record Retention(
        @Nullable Duration maxAge, boolean autoPrune, long keepSchemas, long keepPlanner) {}
