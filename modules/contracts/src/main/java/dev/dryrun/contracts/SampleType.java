package dev.dryrun.contracts;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/// A type with values to try, and a judge of results. Knows types by itself: what the product
/// thinks of them is what is tested.
enum SampleType {
    SMALLINT("smallint", random -> "" + (short) random.nextInt(), text -> whole(text, 16)),
    INTEGER("integer", random -> "" + random.nextInt(), text -> whole(text, 32)),
    BIGINT("bigint", random -> "" + random.nextLong(), text -> whole(text, 64)),
    NUMERIC(
            "numeric",
            random -> BigDecimal.valueOf(random.nextInt(), random.nextInt(6)).toPlainString(),
            BigDecimal::new),
    DOUBLE("double precision", random -> "" + random.nextGaussian() * 1e6, BigDecimal::new),
    DATE("date", random -> day(random).toString(), LocalDate::parse),
    TIMESTAMP("timestamp without time zone", random -> moment(random), text -> moment(text)),
    TIMESTAMPTZ("timestamp with time zone", random -> moment(random) + "+00", text -> zoned(text)),
    UUID_TYPE("uuid", random -> uuid(random).toString(), text -> UUID.fromString(text).toString()),
    VARCHAR("character varying", SampleType::word, text -> text),
    TEXT("text", SampleType::word, text -> text);

    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendLiteral(' ')
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter ZONED =
            new DateTimeFormatterBuilder()
                    .append(MOMENT)
                    .appendOffset("+HHmm", "+00")
                    .toFormatter(Locale.ROOT);

    private static final int FIRST_YEAR = 1900;
    private static final int DAYS = 60_000;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int LETTERS = 26;

    private final String type;
    private final Function<Random, String> generator;
    private final Function<String, Object> reader;

    SampleType(String type, Function<Random, String> generator, Function<String, Object> reader) {
        this.type = type;
        this.generator = generator;
        this.reader = reader;
    }

    String type() {
        return type;
    }

    String value(Random random) {
        return generator.apply(random);
    }

    /// {@return whether PostgreSQL would take the text for a value of the type}
    boolean isOne(String text) {
        try {
            reader.apply(text);
            return true;
        } catch (DateTimeException | IllegalArgumentException _) {
            return false;
        }
    }

    /// {@return whether two texts are one value}
    boolean same(String one, String other) {
        return compare(one, other) == 0;
    }

    /// The order of the type; of texts that of their code points, on which all collations agree for
    /// the letters used here.
    int compare(String one, String other) {
        return switch (this) {
            case SMALLINT, INTEGER, BIGINT, NUMERIC, DOUBLE ->
                    new BigDecimal(one).compareTo(new BigDecimal(other));
            case DATE -> LocalDate.parse(one).compareTo(LocalDate.parse(other));
            case TIMESTAMP -> moment(one).compareTo(moment(other));
            case TIMESTAMPTZ -> zoned(one).compareTo(zoned(other));
            case UUID_TYPE, VARCHAR, TEXT -> one.compareTo(other);
        };
    }

    private static LocalDateTime moment(String text) {
        return LocalDateTime.parse(text, MOMENT);
    }

    private static Instant zoned(String text) {
        return OffsetDateTime.parse(text, ZONED).toInstant();
    }

    private static Object whole(String text, int bits) {
        BigInteger number = new BigInteger(text);
        if (number.bitLength() >= bits) {
            throw new NumberFormatException("out of range");
        }
        return number;
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(DAYS));
    }

    private static String moment(Random random) {
        return day(random)
                .atStartOfDay()
                .plusSeconds(random.nextInt(SECONDS_PER_DAY))
                .plus(random.nextInt(1_000_000), ChronoUnit.MICROS)
                .atOffset(ZoneOffset.UTC)
                .format(MOMENT);
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 6 + random.nextInt(10); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(LETTERS)));
        }
        return word.toString();
    }
}
