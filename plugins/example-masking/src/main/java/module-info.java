import org.jspecify.annotations.NullMarked;

/// An example: texts become ranks.
@NullMarked
module com.example.masking {
    requires static org.jspecify;
    requires dev.dryrun.masking;

    provides dev.dryrun.masking.spi.MaskingStrategy with
            com.example.masking.RankStrategy;
}
