package com.example.strategy;

import dev.dryrun.contracts.MaskingStrategyContract;
import dev.dryrun.masking.spi.MaskingStrategy;
import java.util.List;

final class YearStrategyTest implements MaskingStrategyContract {

    @Override
    public MaskingStrategy strategy() {
        return new YearStrategy();
    }

    @Override
    public List<Alike> alike() {
        return List.of(new Alike("date", List.of("2024-02-01", "2024-02-29", "2024-12-31")));
    }
}
