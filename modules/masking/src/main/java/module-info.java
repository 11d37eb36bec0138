import org.jspecify.annotations.NullMarked;

/// The wall between the server and the disk: turns what was captured into masked documents.
///
/// Stage: mask. Neighbours: `capture` hands documents in, `history` accepts nothing but what comes
/// out.
///
/// @see dev.dryrun.masking.Masked
@NullMarked
module dev.dryrun.masking {
    requires static org.jspecify;
    requires transitive dev.dryrun.json;
    requires transitive dev.dryrun.model;
    requires transitive dev.dryrun.pgquery;
    requires org.snakeyaml.engine;

    exports dev.dryrun.masking;
    exports dev.dryrun.masking.spi;

    uses dev.dryrun.masking.spi.MaskingStrategy;

    provides dev.dryrun.masking.spi.MaskingStrategy with
            dev.dryrun.masking.strategy.BucketStrategy,
            dev.dryrun.masking.strategy.NullStrategy;
}
