package dev.dryrun.lint;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.lint.spi.CatalogRule;
import dev.dryrun.lint.spi.LintContext;
import dev.dryrun.lint.spi.TableRule;
import dev.dryrun.lint.spi.Violation;
import dev.dryrun.model.ContextLoader;
import dev.dryrun.model.Finding;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import dev.dryrun.model.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One walk over one schema.
final class LintRun implements LintContext {

    private static final Comparator<Finding> ORDER =
            Comparator.<Finding, QualifiedName>comparing(finding -> finding.object().name())
                    .thenComparing(Finding::rule)
                    .thenComparing(
                            Finding::column, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(Finding::message);

    /// The groups of the rules about statements and plans, which one list of disabled rules may
    /// name too.
    private static final Set<String> OTHERS = Set.of("query", "index", "plan");

    private final RuleRegistry registry;
    private final Catalog catalog;
    private final LintSettings settings;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable RelationNames names;
    private int tablesChecked;

    LintRun(RuleRegistry registry, Catalog catalog, LintSettings settings) {
        this.registry = registry;
        this.catalog = catalog;
        this.settings = settings;
    }

    LintReport report() {
        registry.broken().forEach(this::add);
        reportUnknown();
        List<InstalledRule> alive =
                registry.rules().stream()
                        .filter(rule -> !settings.disabledRules().contains(rule.id()))
                        .collect(Collectors.toCollection(ArrayList::new));
        forEachTable(table -> {
            if (settings.covers(table.name())) {
                tablesChecked++;
                alive.removeIf(rule -> !survives(rule, table));
            }
        });
        alive.forEach(rule -> survives(rule, null));
        findings.sort(ORDER);
        return new LintReport(findings, tablesChecked);
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public void forEachTable(Consumer<Table> consumer) {
        catalog.forEachTable(table -> {
            if (!table.isPartition()) {
                consumer.accept(table);
            }
        });
    }

    @Override
    public String freeName(String schema, String wanted) {
        RelationNames relationNames = names;
        if (relationNames == null) {
            relationNames = new RelationNames(catalog);
            names = relationNames;
        }
        return relationNames.free(schema, wanted);
    }

    /// {@return false when the rule threw, and had better not be called again}
    ///
    /// @param rule which
    /// @param table what to look at; null for the whole schema
    private boolean survives(InstalledRule rule, @Nullable Table table) {
        try (ContextLoader _ = ContextLoader.of(rule.rule().getClass())) {
            switch (rule.rule()) {
                case TableRule tableRule -> {
                    if (table != null) {
                        tableRule.check(table, this, found -> add(rule, found));
                    }
                }
                case CatalogRule catalogRule -> {
                    if (table == null) {
                        catalogRule.check(this, found -> addIfCovered(rule, found));
                    }
                }
            }
            return true;
        } catch (HistoryException e) {
            // The file is damaged: that is not the rule's doing, and no other rule will do better.
            throw e;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            add(RuleFindings.failed(rule, table == null ? null : table.name(), e));
            return false;
        }
    }

    private void reportUnknown() {
        List<String> known = registry.rules().stream().map(rule -> rule.id().text()).toList();
        for (RuleId disabled : settings.disabledRules()) {
            if (!known.contains(disabled.text()) && !OTHERS.contains(disabled.group())) {
                add(RuleFindings.unknown(disabled, known));
            }
        }
    }

    /// A rule over the whole schema knows nothing of what the user asked for.
    private void addIfCovered(InstalledRule rule, Violation found) {
        ObjectRef object = found.object();
        boolean covered =
                object.kind() == ObjectKind.TABLE
                        ? settings.covers(object.name())
                        : settings.table() == null && settings.covers(object.name());
        if (covered) {
            add(rule, found);
        }
    }

    private void add(InstalledRule rule, Violation found) {
        Severity own = found.severity();
        add(
                new Finding(
                        rule.id(),
                        own == null ? rule.info().severity() : own,
                        found.object(),
                        found.column(),
                        found.message(),
                        found.recommendation(),
                        found.ddlFix()));
    }

    private void add(Finding finding) {
        if (settings.wants(finding.severity())) {
            findings.add(finding);
        }
    }
}
