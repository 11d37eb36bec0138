package dev.dryrun.contracts;

import dev.dryrun.masking.Strategies;
import dev.dryrun.masking.spi.MaskingStrategy;

final class NullStrategyTest implements MaskingStrategyContract {

    @Override
    public MaskingStrategy strategy() {
        return Strategies.load().find("null").orElseThrow();
    }
}
