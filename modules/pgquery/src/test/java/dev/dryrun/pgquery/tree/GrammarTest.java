package dev.dryrun.pgquery.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The records and tables of the tree, compared with the library's own description.
class GrammarTest {

    private static final Set<String> OUTSIDE_THE_TREE =
            Set.of("Node", "ScanToken", "SummaryResult");

    private static final Set<String> VALUES = Set.of("ival", "fval", "boolval", "sval", "bsval");

    private final Grammar grammar;

    GrammarTest() throws IOException {
        this.grammar = Grammar.read();
    }

    @Test
    void everyRecordHasTheFieldsOfItsKindInTheirOrder() {
        for (Class<?> kind : kinds().toList()) {
            List<String> expected = new ArrayList<>();
            for (String field : grammar.fields(tag(kind)).keySet()) {
                String name = kind == AConst.class && VALUES.contains(field) ? "val" : field;
                // What an expression inherits is its own first field in C, and always empty.
                if (!field.equals("xpr") && !expected.contains(name)) {
                    expected.add(Grammar.java(name));
                }
            }
            assertThat(names(kind)).as(kind.getSimpleName()).isEqualTo(expected);
        }
    }

    @Test
    void everyEnumerationHasTheConstantsOfTheGrammar() {
        Set<String> seen = new TreeSet<>();
        for (Class<?> kind : kinds().toList()) {
            for (RecordComponent component : kind.getRecordComponents()) {
                if (!component.getType().isEnum()) {
                    continue;
                }
                String type =
                        grammar.fields(tag(kind)).entrySet().stream()
                                .filter(field ->
                                        Grammar.java(field.getKey()).equals(component.getName()))
                                .map(field -> field.getValue().type())
                                .findAny()
                                .orElseThrow();
                seen.add(type);
                assertThat(
                                Arrays.stream(component.getType().getEnumConstants())
                                        .map(Object::toString))
                        .as(type)
                        .isEqualTo(grammar.constants(type));
            }
        }
        assertThat(seen).contains("A_Expr_Kind", "JoinType", "SubLinkType");
    }

    @Test
    void everyFieldOfAFixedKindIsInTheTable() {
        Map<String, Map<String, String>> fixed = new HashMap<>();
        grammar.messages()
                .forEach((kind, fields) ->
                        fields.forEach((name, field) -> {
                            boolean node =
                                    !field.list()
                                            && !field.type().equals("Node")
                                            && grammar.messages().containsKey(field.type());
                            if (node && !OUTSIDE_THE_TREE.contains(kind)) {
                                fixed.computeIfAbsent(kind, _ -> new HashMap<>())
                                        .put(name, field.type());
                            }
                        }));

        assertThat(TypedFields.all()).isEqualTo(fixed);
    }

    /// {@return the kinds that have a record of their own}
    static Stream<Class<?>> kinds() {
        return Arrays.stream(Node.class.getPermittedSubclasses())
                .filter(kind -> kind != OtherNode.class && kind != Nil.class);
    }

    static List<String> names(Class<?> kind) {
        return Arrays.stream(kind.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    /// {@return the kind's name in the grammar}
    private String tag(Class<?> kind) {
        String name = kind.getSimpleName();
        return Stream.of(name, name.replaceFirst("Node$", ""), name.replaceFirst("^A", "A_"))
                .filter(candidate -> grammar.messages().containsKey(candidate))
                .findFirst()
                // Kinds without fields are not there.
                .orElse(name);
    }
}
