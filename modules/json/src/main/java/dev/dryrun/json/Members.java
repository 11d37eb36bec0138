package dev.dryrun.json;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The members of an object, in the order they were given in. Two arrays: a capture makes millions
/// of objects with a handful of members each, for which a hash table costs more than it gives; it
/// comes when they are many.
///
/// A builder adds members; afterwards nobody can change them.
final class Members extends AbstractMap<String, JsonValue>
        implements SequencedMap<String, JsonValue> {

    private static final int FIRST_ROOM = 6;
    private static final int FEW = 32;

    private String[] names = new String[FIRST_ROOM];
    private JsonValue[] values = new JsonValue[FIRST_ROOM];
    private int count;

    /// The places by name; null while there are few.
    private @Nullable Map<String, Integer> places;

    static Members copyOf(Map<String, ? extends JsonValue> members) {
        Members copy = new Members();
        members.forEach(copy::add);
        return copy;
    }

    /// {@return whether the name was new; else nothing was added}
    boolean add(String name, JsonValue value) {
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

    String name(int place) {
        return names[place];
    }

    JsonValue value(int place) {
        return values[place];
    }

    private int place(@Nullable Object name) {
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
        return place(name) >= 0;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super JsonValue> action) {
        for (int i = 0; i < count; i++) {
            action.accept(names[i], values[i]);
        }
    }

    @Override
    public Collection<JsonValue> values() {
        return new AbstractList<>() {
            @Override
            public JsonValue get(int place) {
                return values[place];
            }

            @Override
            public int size() {
                return count;
            }
        };
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

        private int next;

        @Override
        public boolean hasNext() {
            return next < count;
        }

        @Override
        public Map.Entry<String, JsonValue> next() {
            if (next == count) {
                throw new NoSuchElementException();
            }
            int place = next++;
            return Map.entry(names[place], values[place]);
        }
    }
}
