package dev.dryrun.query.pattern;

import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;

/// A rule about statements.
///
/// @param id `query/name`; never changes
/// @param severity how much what it finds matters
/// @param summary what it looks for: at most 80 characters, no full stop
record QueryRule(RuleId id, Severity severity, String summary) {

    /// {@return the name of its page and of its folder of examples}
    String docs() {
        return id.text().replaceAll("[/_]", "-");
    }
}
