package com.example.masking;

import dev.dryrun.contracts.MaskingStrategyContract;
import dev.dryrun.masking.spi.MaskingStrategy;

final class RankStrategyTest implements MaskingStrategyContract {

    @Override
    public MaskingStrategy strategy() {
        return new RankStrategy();
    }
}
