package dev.dryrun.contracts;

import dev.dryrun.masking.Strategies;
import dev.dryrun.masking.spi.MaskingStrategy;
import java.util.List;
import java.util.Map;

final class BucketsOfNumbersTest implements MaskingStrategyContract {

    @Override
    public MaskingStrategy strategy() {
        return Strategies.load().find("bucket").orElseThrow();
    }

    @Override
    public Map<String, String> options() {
        return Map.of("width", "250");
    }

    @Override
    public List<Alike> alike() {
        return List.of(
                new Alike("integer", List.of("500", "501", "749")),
                new Alike("integer", List.of("-1", "-249", "-250")),
                new Alike("smallint", List.of("-32768", "-32760", "-32751")),
                new Alike("bigint", List.of("9223372036854775750", "9223372036854775807")),
                new Alike("numeric", List.of("0", "0.0001", "249.999")),
                new Alike("double precision", List.of("1e-300", "249.5", "0")));
    }
}
