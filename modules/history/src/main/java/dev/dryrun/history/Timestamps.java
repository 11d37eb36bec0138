package dev.dryrun.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Instants as text that sorts as time does: UTC, always six digits of a second.
final class Timestamps {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    static String write(Instant instant) {
        return FORM.format(instant);
    }

    static Instant read(String text) {
        return Instant.parse(text);
    }
}
