package dev.dryrun.config;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Set;

/// `[calendar]`: which days are quiet, for judging activity.
///
/// @param weekend may be empty
/// @param timezone where the days begin
public record WorkCalendar(Set<DayOfWeek> weekend, ZoneId timezone) {

    public WorkCalendar {
        weekend = Set.copyOf(weekend);
    }
}
