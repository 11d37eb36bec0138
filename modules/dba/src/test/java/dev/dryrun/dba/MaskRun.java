package dev.dryrun.dba;

import dev.dryrun.masking.ColumnMap;
import dev.dryrun.masking.DefinitionLinks;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.masking.Masker;
import dev.dryrun.masking.MaskingPolicy;
import dev.dryrun.masking.QueryMasker;
import dev.dryrun.model.CapturedQuery;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.pgquery.PgQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Masks what was captured, as a capture and as an import do. Loaded once with each changed copy of
/// a class of the masking code.
@SuppressWarnings("exports")
public final class MaskRun implements Function<RawCapture, SortedMap<String, String>> {

    /// Makes one.
    public MaskRun() {}

    @Override
    public SortedMap<String, String> apply(RawCapture raw) {
        SortedMap<String, String> masked = new TreeMap<>();
        MaskRules rules = rules(raw.policy());
        Masker captured =
                rules.masker(links -> raw.links().forEach(link -> link.accept(links)), _ -> {});
        ColumnMap columns = new ColumnMap();
        raw.objects().forEach(new DefinitionLinks(columns)::add);
        Masker imported = rules.masker(columns, _ -> {});
        for (SchemaObject object : raw.objects()) {
            masked.put("captured " + object.about(), captured.mask(object).document().toString());
            masked.put("imported " + object.about(), imported.mask(object).document().toString());
        }
        for (TableStatistics statistics : raw.statistics()) {
            masked.put(
                    "statistics of " + statistics.about(),
                    captured.mask(statistics).document().toString());
        }
        QueryMasker queries = new QueryMasker(PgQuery::load);
        for (CapturedQuery query : raw.queries()) {
            queries.add(query);
        }
        queries.queries()
                .forEach(query ->
                        masked.put(
                                "query " + query.document().fingerprint(),
                                query.document().toString()));
        return masked;
    }

    private static MaskRules rules(Path policy) {
        return new MaskRules(
                MaskingPolicy.read(policy, "policy", "shop", List.of()), false, true, false);
    }
}
