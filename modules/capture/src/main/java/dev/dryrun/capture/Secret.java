package dev.dryrun.capture;

/// A password. It prints as `***`, so no message, log or trace can carry it by accident.
///
/// @param value what must not be shown
public record Secret(String value) {

    @Override
    public String toString() {
        return "***";
    }
}
