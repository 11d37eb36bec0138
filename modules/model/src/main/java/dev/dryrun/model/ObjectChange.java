package dev.dryrun.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one object between two states of a schema.
public sealed interface ObjectChange {

    /// {@return the object: as it is called afterwards, where it is there afterwards}
    ObjectRef about();

    /// {@return the object whose own change explains this one: a sequence came with its table, a
    /// view names a table that is called otherwise now; null when it was made for its own sake}
    @Nullable ObjectRef follows();

    /// {@return the same, explained}
    ///
    /// @param cause the object whose change explains it
    ObjectChange following(ObjectRef cause);

    /// An object came.
    ///
    /// @param about which
    /// @param follows as in [ObjectChange#follows]
    record Added(ObjectRef about, @Nullable ObjectRef follows) implements ObjectChange {

        @Override
        public Added following(ObjectRef cause) {
            return new Added(about, cause);
        }
    }

    /// An object went.
    ///
    /// @param about which
    /// @param dependants what could not be without it, as far as it is still there
    /// @param follows as in [ObjectChange#follows]
    record Removed(ObjectRef about, List<ObjectRef> dependants, @Nullable ObjectRef follows)
            implements ObjectChange {

        public Removed {
            dependants = List.copyOf(dependants);
        }

        @Override
        public Removed following(ObjectRef cause) {
            return new Removed(about, dependants, cause);
        }
    }

    /// An object is other than it was.
    ///
    /// @param about which
    /// @param properties what of it, not empty
    /// @param dependants what cannot be without it
    /// @param follows as in [ObjectChange#follows]
    record Changed(
            ObjectRef about,
            List<PropertyChange> properties,
            List<ObjectRef> dependants,
            @Nullable ObjectRef follows)
            implements ObjectChange {

        public Changed {
            properties = List.copyOf(properties);
            dependants = List.copyOf(dependants);
            if (properties.isEmpty()) {
                throw new IllegalArgumentException("a change changes something");
            }
        }

        @Override
        public Changed following(ObjectRef cause) {
            return new Changed(about, properties, dependants, cause);
        }
    }

    /// An object is called otherwise. Recognised by what it is like: no state keeps what the server
    /// knows it by.
    ///
    /// @param from what it was called
    /// @param about what it is called now
    /// @param likenessPercent how much of it is as it was, name aside: 100 for all
    /// @param properties what else of it changed; may be empty
    /// @param dependants what cannot be without it
    /// @param follows as in [ObjectChange#follows]
    record Renamed(
            ObjectRef from,
            ObjectRef about,
            int likenessPercent,
            List<PropertyChange> properties,
            List<ObjectRef> dependants,
            @Nullable ObjectRef follows)
            implements ObjectChange {

        public Renamed {
            properties = List.copyOf(properties);
            dependants = List.copyOf(dependants);
        }

        @Override
        public Renamed following(ObjectRef cause) {
            return new Renamed(from, about, likenessPercent, properties, dependants, cause);
        }
    }
}
