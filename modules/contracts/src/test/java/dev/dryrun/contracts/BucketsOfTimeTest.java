package dev.dryrun.contracts;

import dev.dryrun.masking.Strategies;
import dev.dryrun.masking.spi.MaskingStrategy;
import java.util.List;
import java.util.Map;

final class BucketsOfTimeTest implements MaskingStrategyContract {

    @Override
    public MaskingStrategy strategy() {
        return Strategies.load().find("bucket").orElseThrow();
    }

    @Override
    public Map<String, String> options() {
        return Map.of("width", "1 month");
    }

    @Override
    public List<Alike> alike() {
        return List.of(
                new Alike("date", List.of("2024-02-01", "2024-02-29")),
                new Alike("date", List.of("0044-03-01 BC", "0044-03-31 BC")),
                new Alike(
                        "timestamp without time zone",
                        List.of("1969-12-01 00:00:00", "1969-12-31 23:59:59.999999")),
                new Alike(
                        "timestamp with time zone",
                        List.of("2024-02-01 01:00:00+01", "2024-03-01 00:59:59+01")));
    }
}
