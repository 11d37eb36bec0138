package dev.dryrun.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a statistics object knows of combinations of columns: how many there are (`pg_ndistinct`),
/// or how much one column follows from others (`pg_dependencies`).
///
/// @param items in the order of the server
record Combinations(List<Item> items) {

    private static final long NDISTINCT_MAGIC = 0xA352BFA4L;
    private static final long DEPENDENCIES_MAGIC = 0xB4549A2CL;
    private static final Pattern ITEM =
            Pattern.compile("\"([-0-9, ]+)(?: => (-?\\d+))?\": ([^,}]+)");

    /// One combination.
    ///
    /// @param from numbers of columns; negative for expressions
    /// @param to the one that follows from these; empty of a count
    /// @param value the count, or the degree
    record Item(List<Integer> from, Optional<Integer> to, double value) {

        private Stream<Integer> numbers() {
            return Stream.concat(from.stream(), to.stream());
        }
    }

    Combinations {
        items = List.copyOf(items);
    }

    /// {@return what a JSON object of `pg_stats_ext` says}
    ///
    /// @param json `{"1, 2": 70}` or `{"1 => 2": 0.5}`
    static Combinations of(String json) {
        List<Item> items = new ArrayList<>();
        Matcher matcher = ITEM.matcher(json);
        while (matcher.find()) {
            List<Integer> from =
                    Pattern.compile(", ")
                            .splitAsStream(matcher.group(1))
                            .map(Integer::valueOf)
                            .toList();
            Optional<Integer> to = Optional.ofNullable(matcher.group(2)).map(Integer::valueOf);
            items.add(new Item(from, to, Double.parseDouble(matcher.group(3))));
        }
        return new Combinations(items);
    }

    /// {@return the numbers of columns that occur, rising}
    NavigableSet<Integer> columns() {
        NavigableSet<Integer> columns = new TreeSet<>();
        items.stream().flatMap(Item::numbers).filter(it -> it > 0).forEach(columns::add);
        return columns;
    }

    /// {@return the same of columns with other numbers}
    Combinations renumbered(UnaryOperator<Integer> numbers) {
        return new Combinations(
                items.stream()
                        .map(item ->
                                new Item(
                                        item.from.stream().map(numbers).toList(),
                                        item.to.map(numbers),
                                        item.value))
                        .toList());
    }

    /// {@return it as the server keeps it in a `pg_ndistinct`}
    String distinctHex() {
        LittleEndian bytes = header(NDISTINCT_MAGIC);
        for (Item item : items) {
            bytes.float64(item.value).int32(item.from.size());
            item.from.forEach(bytes::int16);
        }
        return bytes.hex();
    }

    /// {@return it as the server keeps it in a `pg_dependencies`}
    String dependenciesHex() {
        LittleEndian bytes = header(DEPENDENCIES_MAGIC);
        for (Item item : items) {
            List<Integer> numbers = item.numbers().toList();
            bytes.float64(item.value).int16(numbers.size());
            numbers.forEach(bytes::int16);
        }
        return bytes.hex();
    }

    private LittleEndian header(long magic) {
        return new LittleEndian().int32(magic).int32(1).int32(items.size());
    }
}
