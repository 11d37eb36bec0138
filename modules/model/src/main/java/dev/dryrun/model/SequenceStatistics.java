package dev.dryrun.model;

/// How far a sequence has come.
///
/// @param sequence the sequence
/// @param lastValue its `last_value`; NONE_KEPT when it was never used; NO_PRIVILEGE where the role
///   may not read it; LOCKED
public record SequenceStatistics(QualifiedName sequence, Reading<Long> lastValue)
        implements Document {

    @Override
    public ObjectRef about() {
        return new ObjectRef(ObjectKind.SEQUENCE, sequence);
    }
}
