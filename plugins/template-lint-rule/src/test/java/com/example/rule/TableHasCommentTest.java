package com.example.rule;

import dev.dryrun.contracts.LintRuleContract;
import dev.dryrun.lint.spi.LintRule;
import java.nio.file.Path;
import java.util.List;

final class TableHasCommentTest implements LintRuleContract {

    private static final Path SCHEMAS = Path.of("src/test/schemas");

    @Override
    public LintRule rule() {
        return new TableHasComment();
    }

    @Override
    public List<Path> bad() {
        return List.of(SCHEMAS.resolve("bad.json"));
    }

    @Override
    public List<Path> good() {
        return List.of(SCHEMAS.resolve("good.json"));
    }
}
