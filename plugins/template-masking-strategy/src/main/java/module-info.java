/// A masking strategy: of a date only the year stays.
module com.example.strategy {
    requires dev.dryrun.masking;

    provides dev.dryrun.masking.spi.MaskingStrategy with
            com.example.strategy.YearStrategy;
}
