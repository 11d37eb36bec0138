package dev.dryrun.masking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Common values after masking: those that became one are one, as frequent as they were together.
///
/// @param values an array, the most frequent first
/// @param frequencies an array, one for each
record CommonValues(String values, String frequencies) {

    /// {@return values and frequencies; empty when they are not as many}
    ///
    /// @param results what a strategy made of each value; equal ones are merged
    /// @param frequencies an array, one for each
    static Optional<CommonValues> merged(List<String> results, String frequencies) {
        Optional<List<String>> each = ArrayLiteral.read(frequencies);
        if (each.isEmpty() || each.get().size() != results.size()) {
            return Optional.empty();
        }
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        try {
            for (int i = 0; i < results.size(); i++) {
                sums.merge(results.get(i), new BigDecimal(each.get().get(i)), BigDecimal::add);
            }
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
        if (sums.size() == results.size()) {
            return Optional.of(new CommonValues(ArrayLiteral.write(results), frequencies));
        }
        List<Map.Entry<String, BigDecimal>> falling = new ArrayList<>(sums.entrySet());
        falling.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        return Optional.of(
                new CommonValues(
                        ArrayLiteral.write(falling.stream().map(Map.Entry::getKey).toList()),
                        ArrayLiteral.write(
                                falling.stream()
                                        .map(entry -> written(entry.getValue()))
                                        .toList())));
    }

    /// A sum of rounded shares may be a little more than the whole.
    private static String written(BigDecimal sum) {
        return sum.min(BigDecimal.ONE).stripTrailingZeros().toPlainString();
    }
}
