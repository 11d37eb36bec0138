package dev.dryrun.ddl;

import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Collects the statements that make one object, and says what could not be written.
final class Steps {

    /// One statement.
    ///
    /// @param phase when it runs
    /// @param sql the statement without a semicolon
    /// @param index the index that it makes; null for any other statement
    record Step(Phase phase, String sql, @Nullable QualifiedName index) {}

    /// An index, and what it is a part of.
    ///
    /// @param name its qualified name
    /// @param parent the partitioned index; null when there is none
    /// @param valid false where not every partition has its part
    record IndexPart(QualifiedName name, @Nullable QualifiedName parent, boolean valid) {}

    private final List<Step> steps = new ArrayList<>();
    private final List<IndexPart> indexes = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();
    private final List<String> checked = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private final SortedMap<String, Boolean> roles = new TreeMap<>();
    private final int major;

    /// Makes an empty one.
    ///
    /// @param major the server's version
    Steps(int major) {
        this.major = major;
    }

    /// {@return the version of the server that will run them}
    int major() {
        return major;
    }

    void add(Phase phase, String sql) {
        steps.add(new Step(phase, sql, null));
    }

    /// Adds the statement that makes an index.
    void addIndex(QualifiedName index, String sql) {
        steps.add(new Step(Phase.INDEX, sql, index));
    }

    /// Notes an index, whatever makes it.
    void index(IndexPart part) {
        indexes.add(part);
    }

    /// Notes a constraint that is not valid, which children get by recursion.
    void unchecked(String constraint) {
        unchecked.add(constraint);
    }

    /// {@return those}
    List<String> unchecked() {
        return unchecked;
    }

    /// Notes a constraint of a parent that is valid here, whatever it is there.
    void checked(String constraint) {
        checked.add(constraint);
    }

    /// {@return those}
    List<String> checked() {
        return checked;
    }

    /// {@return the indexes}
    List<IndexPart> indexes() {
        return indexes;
    }

    /// Notes that a role must be there.
    ///
    /// @param name its name
    /// @param superuser whether it must be a superuser
    void role(String name, boolean superuser) {
        roles.merge(name, superuser, Boolean::logicalOr);
    }

    /// Notes that something is left out.
    ///
    /// @param what the thing and the reason, in one line
    void gap(String what) {
        gaps.add(what);
    }

    /// {@return the text, or null after noting that it is left out}
    ///
    /// @param reading what was captured
    /// @param what names it
    @Nullable String known(Reading<String> reading, String what) {
        return switch (reading) {
            case Reading.Measured<String>(String text) -> ArrayCasts.kept(text);
            case Reading.Estimated<String>(String text) -> ArrayCasts.kept(text);
            case Reading.Absent<String>(Reading.Reason reason) -> {
                if (reason != Reading.Reason.NONE_KEPT) {
                    gap(what + " was not captured: " + reason.word().replace('_', ' '));
                }
                yield null;
            }
        };
    }

    List<Step> all() {
        return steps.stream().sorted((a, b) -> a.phase.compareTo(b.phase)).toList();
    }

    /// {@return the roles by name, and whether each must be a superuser}
    SortedMap<String, Boolean> roles() {
        return roles;
    }

    List<String> gaps() {
        return gaps;
    }
}
