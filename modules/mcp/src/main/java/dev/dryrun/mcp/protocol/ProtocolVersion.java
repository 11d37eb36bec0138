package dev.dryrun.mcp.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The revisions of the protocol that a session can be agreed on by `initialize`. Ordered by age.
public enum ProtocolVersion {
    V2024_11_05("2024-11-05"),
    V2025_03_26("2025-03-26"),
    V2025_06_18("2025-06-18"),
    V2025_11_25("2025-11-25");

    private final String date;

    ProtocolVersion(String date) {
        this.date = date;
    }

    /// {@return the revision as it stands on the wire}
    public String date() {
        return date;
    }

    /// {@return the revision with this date, or empty when we do not speak it}
    ///
    /// @param date as [#date] gives it
    public static Optional<ProtocolVersion> ofDate(String date) {
        return Arrays.stream(values()).filter(version -> version.date.equals(date)).findFirst();
    }

    /// {@return the newest one, offered to a client that asks for one that we do not speak}
    public static ProtocolVersion newest() {
        return V2025_11_25;
    }

    /// {@return the dates of all, oldest first}
    public static List<String> dates() {
        return Arrays.stream(values()).map(ProtocolVersion::date).toList();
    }

    /// {@return whether several messages may come in one array; only one revision ever had that}
    public boolean hasBatches() {
        return this == V2025_03_26;
    }

    /// {@return whether tools carry annotations}
    public boolean hasAnnotations() {
        return compareTo(V2025_03_26) >= 0;
    }

    /// {@return whether tools and implementations carry a title of their own}
    public boolean hasTitles() {
        return compareTo(V2025_06_18) >= 0;
    }

    /// {@return whether tools carry an output schema, and their results structured content}
    public boolean hasStructuredContent() {
        return compareTo(V2025_06_18) >= 0;
    }
}
