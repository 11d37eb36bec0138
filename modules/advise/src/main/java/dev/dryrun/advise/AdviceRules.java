package dev.dryrun.advise;

import dev.dryrun.model.RuleId;
import java.util.List;

/// Every rule there is; `docs/reference/advice.md` says what each means.
final class AdviceRules {

    static final RuleId INDEX_MISSING = new RuleId("index/missing");
    static final RuleId INDEX_INVALID = new RuleId("index/invalid");
    static final RuleId INDEX_PREDICATE = new RuleId("index/predicate");
    static final RuleId INDEX_OPERATOR_CLASS = new RuleId("index/operator_class");
    static final RuleId INDEX_NOT_USED = new RuleId("index/not_used");
    static final RuleId INDEX_BLOAT = new RuleId("index/bloat");
    static final RuleId WRAPPED_COLUMN = new RuleId("plan/wrapped_column");
    static final RuleId NESTED_LOOP = new RuleId("plan/nested_loop");
    static final RuleId ROW_ESTIMATE = new RuleId("plan/row_estimate");
    static final RuleId SORT_SPILL = new RuleId("plan/sort_spill");
    static final RuleId HASH_SPILL = new RuleId("plan/hash_spill");
    static final RuleId ROWS_SPILL = new RuleId("plan/rows_spill");
    static final RuleId HEAP_FETCHES = new RuleId("plan/heap_fetches");
    static final RuleId LOSSY_BITMAP = new RuleId("plan/lossy_bitmap");
    static final RuleId NOT_PRUNED = new RuleId("plan/not_pruned");
    static final RuleId CTE = new RuleId("plan/cte");
    static final RuleId JIT = new RuleId("plan/jit");
    static final RuleId WORKERS = new RuleId("plan/workers");
    static final RuleId TRIGGERS = new RuleId("plan/triggers");
    static final RuleId OFFSET = new RuleId("plan/offset");
    static final RuleId TABLE_BLOAT = new RuleId("plan/table_bloat");

    static final List<RuleId> ALL =
            List.of(
                    INDEX_MISSING,
                    INDEX_INVALID,
                    INDEX_PREDICATE,
                    INDEX_OPERATOR_CLASS,
                    INDEX_NOT_USED,
                    INDEX_BLOAT,
                    WRAPPED_COLUMN,
                    NESTED_LOOP,
                    ROW_ESTIMATE,
                    SORT_SPILL,
                    HASH_SPILL,
                    ROWS_SPILL,
                    HEAP_FETCHES,
                    LOSSY_BITMAP,
                    NOT_PRUNED,
                    CTE,
                    JIT,
                    WORKERS,
                    TRIGGERS,
                    OFFSET,
                    TABLE_BLOAT);

    private AdviceRules() {}
}
