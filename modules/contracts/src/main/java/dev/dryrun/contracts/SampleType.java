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

/// A type with values to try, and a judge of results. Knows types by itself: what the product
/// thinks of them is what is tested.
enum SampleType {
    SMALLINT("smallint"),
    INTEGER("integer"),
    BIGINT("bigint"),
    NUMERIC("numeric"),
    DOUBLE("double precision"),
    DATE("date"),
    TIMESTAMP("timestamp without time zone"),
    TIMESTAMPTZ("timestamp with time zone"),
    UUID_TYPE("uuid"),
    VARCHAR("character varying"),
    TEXT("text");

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
    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final int LETTERS = 26;
    private static final int SHORTEST = 6;
    private static final int DIGITS = 6;
    private static final double SPREAD = 1e6;

    private final String type;

    SampleType(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    String value(Random random) {
        return switch (this) {
            case SMALLINT -> Short.toString((short) random.nextInt());
            case INTEGER -> Integer.toString(random.nextInt());
            case BIGINT -> Long.toString(random.nextLong());
            case NUMERIC ->
                    BigDecimal.valueOf(random.nextInt(), random.nextInt(DIGITS)).toPlainString();
            case DOUBLE -> Double.toString(random.nextGaussian() * SPREAD);
            case DATE -> day(random).toString();
            case TIMESTAMP -> moment(random);
            case TIMESTAMPTZ -> moment(random) + "+00";
            case UUID_TYPE -> new UUID(random.nextLong(), random.nextLong()).toString();
            case VARCHAR, TEXT -> word(random);
        };
    }

    /// {@return whether PostgreSQL would take the text for a value of the type}
    boolean isOne(String text) {
        try {
            return switch (this) {
                case SMALLINT -> new BigInteger(text).bitLength() < Short.SIZE;
                case INTEGER -> new BigInteger(text).bitLength() < Integer.SIZE;
                case BIGINT -> new BigInteger(text).bitLength() < Long.SIZE;
                case NUMERIC, DOUBLE -> new BigDecimal(text).scale() < Short.MAX_VALUE;
                case DATE -> LocalDate.parse(text).getYear() > 0;
                case TIMESTAMP -> moment(text).getYear() > 0;
                case TIMESTAMPTZ -> zoned(text).isAfter(Instant.MIN);
                case UUID_TYPE -> UUID.fromString(text).toString().equals(text);
                case VARCHAR, TEXT -> text.indexOf('\0') < 0;
            };
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

    private static LocalDate day(Random random) {
        return LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(DAYS));
    }

    private static String moment(Random random) {
        return day(random)
                .atStartOfDay()
                .plusSeconds(random.nextInt(SECONDS_PER_DAY))
                .plus(random.nextInt(MICROS_PER_SECOND), ChronoUnit.MICROS)
                .atOffset(ZoneOffset.UTC)
                .format(MOMENT);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = SHORTEST + random.nextInt(DIGITS); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(LETTERS)));
        }
        return word.toString();
    }
}
