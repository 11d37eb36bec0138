package dev.dryrun.ddl;

import dev.dryrun.model.Sequence;
import dev.dryrun.model.SequenceParameters;

/// Renders sequences of their own. Where they stand is no part of a definition.
final class SequenceDdl {

    private SequenceDdl() {}

    static void render(Sequence sequence, Steps steps) {
        SequenceParameters parameters = sequence.parameters();
        steps.add(
                Phase.CREATE,
                (sequence.unlogged() ? "CREATE UNLOGGED SEQUENCE " : "CREATE SEQUENCE ")
                        + sequence.name().sql()
                        + (parameters.type().equals("bigint") ? "" : " AS " + parameters.type())
                        + counting(parameters));
        Sequence.OwnedBy owned = sequence.ownedBy();
        if (owned != null) {
            steps.add(
                    Phase.SEQUENCE_OWNER,
                    "ALTER SEQUENCE "
                            + sequence.name().sql()
                            + " OWNED BY "
                            + owned.table().sql()
                            + "."
                            + Sql.name(owned.column()));
        }
        FactsDdl.render(sequence, steps);
    }

    /// {@return how it counts where that is not the default, each option after a blank}
    static String counting(SequenceParameters parameters) {
        SequenceParameters usual =
                SequenceParameters.defaults(parameters.type(), parameters.increment());
        StringBuilder text = new StringBuilder();
        if (parameters.start() != usual.start()
                || parameters.min() != usual.min()
                || parameters.max() != usual.max()) {
            text.append(" START WITH ").append(parameters.start());
        }
        if (parameters.increment() != 1) {
            text.append(" INCREMENT BY ").append(parameters.increment());
        }
        if (parameters.min() != usual.min()) {
            text.append(" MINVALUE ").append(parameters.min());
        }
        if (parameters.max() != usual.max()) {
            text.append(" MAXVALUE ").append(parameters.max());
        }
        if (parameters.cache() != 1) {
            text.append(" CACHE ").append(parameters.cache());
        }
        return text.append(parameters.cycle() ? " CYCLE" : "").toString();
    }
}
