package dev.dryrun.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The members of an object, in the order they were given in. Two arrays: a capture makes millions
/// of objects with a handful of members each, for which a hash table costs more than it gives; it
/// comes when they are many. Objects of one kind share their names: then each has a place for every
/// name, with null where it has no such member.
///
/// A builder adds members; afterwards nobody can change them.
final class Members extends AbstractMap<String, JsonValue>
        implements SequencedMap<String, JsonValue> {

    private static final int FIRST_ROOM = 6;
    private static final int FEW = 32;
    private static final String[] NONE = {};

    /// The names, where they are shared; null once another name came, or one out of order.
    private @Nullable MemberNames shared;

    // Own names, as far as they are not shared.
    private String[] names;
    private @Nullable JsonValue[] values;

    /// How many places are taken, be it by no member.
    private int taken;

    private int count;

    /// The places by name; null while there are few, or they are shared.
    private @Nullable Map<String, Integer> places;

    Members() {
        names = new String[FIRST_ROOM];
        values = new JsonValue[FIRST_ROOM];
    }

    /// @param shared the names that are expected
    Members(MemberNames shared) {
        this.shared = shared;
        names = NONE;
        values = new JsonValue[shared.count()];
    }

    static Members copyOf(Map<String, ? extends JsonValue> members) {
        Members copy = new Members();
        members.forEach(copy::add);
        return copy;
    }

    /// {@return whether the name was new; else nothing was added}
    boolean add(String name, JsonValue value) {
        if (shared != null) {
            int next = shared.next(name, taken);
            if (next >= 0) {
                values[next] = value;
                taken = next + 1;
                count++;
                return true;
            }
            standAlone(shared);
        }
        if (place(name) >= 0) {
            return false;
        }
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        names[count] = name;
        values[count] = value;
        count++;
        taken = count;
        if (places != null) {
            places.put(name, count - 1);
        } else if (count > FEW) {
            places = new HashMap<>();
            for (int i = 0; i < count; i++) {
                places.put(names[i], i);
            }
        }
        return true;
    }

    /// Gives this object names of its own.
    private void standAlone(MemberNames given) {
        @Nullable JsonValue[] had = values;
        int end = taken;
        shared = null;
        names = new String[Math.max(FIRST_ROOM, count + 1)];
        values = new JsonValue[names.length];
        taken = 0;
        count = 0;
        for (int i = 0; i < end; i++) {
            JsonValue value = had[i];
            if (value != null) {
                add(given.name(i), value);
            }
        }
    }

    @Nullable MemberNames shared() {
        return shared;
    }

    String name(int place) {
        return shared == null ? names[place] : shared.name(place);
    }

    /// {@return the member at a place; null when there is none}
    @Nullable JsonValue value(int place) {
        return values[place];
    }

    private int place(@Nullable Object name) {
        if (shared != null) {
            return name instanceof String text ? shared.place(text) : -1;
        }
        if (places != null) {
            return places.getOrDefault(name, -1);
        }
        // Strings remember their hash: most comparisons end there.
        int hash = name == null ? 0 : name.hashCode();
        for (int i = 0; i < count; i++) {
            if (names[i].hashCode() == hash && names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public @Nullable JsonValue get(@Nullable Object name) {
        int place = place(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super JsonValue> action) {
        for (int i = 0; i < taken; i++) {
            JsonValue value = values[i];
            if (value != null) {
                action.accept(name(i), value);
            }
        }
    }

    @Override
    public Set<Map.Entry<String, JsonValue>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, JsonValue>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    @Override
    public SequencedMap<String, JsonValue> reversed() {
        return new LinkedHashMap<>(this).reversed();
    }

    private final class Entries implements Iterator<Map.Entry<String, JsonValue>> {

        private int next = member(0);

        private int member(int from) {
            int place = from;
            while (place < taken && values[place] == null) {
                place++;
            }
            return place;
        }

        @Override
        public boolean hasNext() {
            return next < taken;
        }

        @Override
        public Map.Entry<String, JsonValue> next() {
            if (next >= taken) {
                throw new NoSuchElementException();
            }
            int place = next;
            next = member(place + 1);
            return Map.entry(name(place), Objects.requireNonNull(values[place]));
        }
    }
}
