package dev.dryrun.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what somebody probably meant: the known words nearest to one that is not known.
///
/// Near is the optimal string alignment distance (insert, delete, replace, or swap two neighbours:
/// one each) over code points, letter case aside. A word is near when the distance is at most a
/// third of the longer word's length, and at least one edit is always forgiven. Stateless: any
/// thread may call it.
public final class Nearest {

    private static final int FORGIVEN_SHARE = 3;

    private Nearest() {}

    /// {@return the near words, nearest first, those equally near in the order of their code
    /// points; empty when nothing is near}
    ///
    /// @param word what was written
    /// @param known what exists; order does not matter
    /// @param limit how many at most
    public static List<String> of(String word, Collection<String> known, int limit) {
        int[] folded = fold(word);
        return known.stream()
                .distinct()
                .flatMap(candidate -> near(folded, candidate))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
                .limit(limit)
                .map(Near::word)
                .toList();
    }

    /// {@return the one nearest word; empty when nothing is near}
    ///
    /// @param word what was written
    /// @param known what exists; order does not matter
    public static Optional<String> one(String word, Collection<String> known) {
        return of(word, known, 1).stream().findFirst();
    }

    /// {@return the words that share the smallest distance, when they are near, in the order of
    /// their code points. More than one: nobody can tell which was meant}
    ///
    /// @param word what was written
    /// @param known what exists; order does not matter
    public static List<String> ties(String word, Collection<String> known) {
        int[] folded = fold(word);
        List<Near> near =
                known.stream().distinct().flatMap(candidate -> near(folded, candidate)).toList();
        int smallest = near.stream().mapToInt(Near::distance).min().orElse(0);
        return near.stream()
                .filter(candidate -> candidate.distance() == smallest)
                .map(Near::word)
                .sorted()
                .toList();
    }

    /// {@return the optimal string alignment distance, letter case aside}
    ///
    /// @param one a word
    /// @param other a word
    public static int distance(String one, String other) {
        return distance(fold(one), fold(other));
    }

    private record Near(String word, int distance) {}

    private static Stream<Near> near(int[] word, String candidate) {
        int[] folded = fold(candidate);
        int forgiven = Math.max(1, Math.max(word.length, folded.length) / FORGIVEN_SHARE);
        if (Math.abs(word.length - folded.length) > forgiven) {
            return Stream.empty();
        }
        int distance = distance(word, folded);
        return distance <= forgiven ? Stream.of(new Near(candidate, distance)) : Stream.empty();
    }

    private static int[] fold(String word) {
        return word.toLowerCase(Locale.ROOT).codePoints().toArray();
    }

    /// Row by row; a swap looks two rows back.
    private static int distance(int[] one, int[] other) {
        int[] beforeLast = new int[other.length + 1];
        int[] last = new int[other.length + 1];
        int[] row = new int[other.length + 1];
        for (int j = 0; j <= other.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length; i++) {
            row[0] = i;
            for (int j = 1; j <= other.length; j++) {
                int replaced = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (swapped(one, i, other, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[other.length];
    }

    private static boolean swapped(int[] one, int i, int[] other, int j) {
        return i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
    }
}
