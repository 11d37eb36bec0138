package dev.dryrun.json;

import java.util.HashMap;
import java.util.Map;

/// The names that the members of objects of one kind may have, in the order in which they are put.
///
/// A capture makes a million objects of some dozen kinds. What those of a kind have in common is
/// worked out once: the order and the bytes of their names in the canonical form. An object that is
/// given other names, or another order, becomes what it would have been without this. Immutable.
final class MemberNames {

    private final String[] names;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] sorted;
    private final byte[][] labels;

    private MemberNames(String[] names) {
        this.names = names;
        sorted = new int[names.length];
        labels = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            if (places.put(names[i], i) != null) {
                throw new IllegalArgumentException("name given twice: " + names[i]);
            }
            labels[i] = CompactWriter.label(names[i]);
            int at = i;
            while (at > 0 && names[sorted[at - 1]].compareTo(names[i]) > 0) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = i;
        }
    }

    /// {@return these names}
    ///
    /// @param names constants, as those that members are put under: they are found by identity
    static MemberNames of(String... names) {
        return new MemberNames(names.clone());
    }

    int count() {
        return names.length;
    }

    String name(int place) {
        return names[place];
    }

    /// {@return the place of the name that has this rank in the canonical form}
    int sorted(int rank) {
        return sorted[rank];
    }

    /// {@return what stands before the member's value in the canonical form; not to be changed}
    byte[] label(int place) {
        return labels[place];
    }

    /// {@return the place of this very string, at or after another place; -1 when it is not there}
    @SuppressWarnings(
            "ReferenceEquality") // an equal one is not missed: the object then goes without
    int next(String name, int from) {
        for (int i = from; i < names.length; i++) {
            if (names[i] == name) {
                return i;
            }
        }
        return -1;
    }

    /// {@return the place of a name; -1 when it is none of these}
    int place(String name) {
        int place = next(name, 0);
        return place < 0 ? places.getOrDefault(name, -1) : place;
    }
}
