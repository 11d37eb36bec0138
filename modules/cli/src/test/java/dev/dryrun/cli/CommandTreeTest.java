package dev.dryrun.cli;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class CommandTreeTest {

    private final List<String> made = new ArrayList<>();
    private final CommandTree tree = new CommandTree(noted("program"));

    CommandTreeTest() {
        CommandTree group = new CommandTree(noted("group"));
        group.put("leaf", new CommandTree(noted("leaf"), "blade"));
        group.put("twig", new CommandTree(noted("twig")));
        tree.put("single", new CommandTree(noted("single")));
        tree.put("group", group);
    }

    @Test
    void aCommandIsMadeWithItsGroupsAndNoOther() {
        CommandLine commands = tree.made(List.of("group", "leaf", "twig", "--option"));

        assertThat(made).containsExactlyInAnyOrder("program", "group", "leaf");
        assertThat(commands.getSubcommands()).containsOnlyKeys("group");
        assertThat(commands.getSubcommands().get("group"))
                .extracting(CommandLine::getSubcommands, as(InstanceOfAssertFactories.MAP))
                .containsOnlyKeys("leaf", "blade");
    }

    @Test
    void anAliasNamesACommandToo() {
        tree.made(List.of("group", "blade"));

        assertThat(made).containsExactlyInAnyOrder("program", "group", "leaf");
    }

    @Test
    void aGroupIsMadeWithAllItsCommands() {
        tree.made(List.of("group", "--help", "leaf"));

        assertThat(made).containsExactlyInAnyOrder("program", "group", "leaf", "twig");
    }

    @Test
    void wordsThatNameNoCommandMakeThemAllInTheirOrder() {
        CommandLine commands = tree.made(List.of("sinlge"));

        assertThat(made).containsExactlyInAnyOrder("program", "single", "group", "leaf", "twig");
        assertThat(commands.getSubcommands().keySet()).containsExactly("single", "group");
    }

    @Test
    void whatReplacesACommandStandsBehindTheOthers() {
        tree.put("single", new CommandTree(noted("other")));

        assertThat(tree.made(List.of()).getSubcommands().keySet())
                .containsExactly("group", "single");
        assertThat(made).contains("other").doesNotContain("single");
    }

    private Supplier<Object> noted(String name) {
        return () -> {
            made.add(name);
            return new Nothing();
        };
    }

    /// A command that does nothing.
    @Command
    static final class Nothing {}
}
