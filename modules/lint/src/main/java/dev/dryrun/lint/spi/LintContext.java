package dev.dryrun.lint.spi;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.Table;
import java.util.function.Consumer;

/// What a rule may look at besides the table it was handed. Only good during the call that it was
/// handed to, and on its thread.
public interface LintContext {

    /// {@return the schema, with its statistics and activity where they were captured}
    Catalog catalog();

    /// Hands over every table that is linted: all but partitions, by schema, then name.
    ///
    /// @param consumer takes one at a time
    void forEachTable(Consumer<Table> consumer);

    /// {@return a name for a new index (or any other relation) that nothing in the schema has yet:
    /// the wanted one, cut to the 63 bytes that PostgreSQL keeps and numbered where it is taken}
    ///
    /// A name is given only once in a run, so that the fixes of two findings never collide.
    ///
    /// @param schema where it will be
    /// @param wanted the name to begin with; not empty
    String freeName(String schema, String wanted);
}
