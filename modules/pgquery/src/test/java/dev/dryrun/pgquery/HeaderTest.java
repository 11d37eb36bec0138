package dev.dryrun.pgquery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.pgquery.binding.Layouts;
import java.io.IOException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written by hand here, compared with the headers that the library came with.
class HeaderTest {

    private static final Path INCLUDE =
            Path.of(System.getProperty(PgQuery.LIBRARY_PROPERTY)).resolveSibling("include");

    private static final List<StructLayout> STRUCTS =
            List.of(
                    Layouts.PG_QUERY_ERROR,
                    Layouts.PG_QUERY_PROTOBUF,
                    Layouts.PG_QUERY_SCAN_RESULT,
                    Layouts.PG_QUERY_PARSE_RESULT,
                    Layouts.PG_QUERY_SPLIT_STMT,
                    Layouts.PG_QUERY_SPLIT_RESULT,
                    Layouts.PG_QUERY_FINGERPRINT_RESULT,
                    Layouts.PG_QUERY_NORMALIZE_RESULT,
                    Layouts.PG_QUERY_PROTOBUF_PARSE_RESULT,
                    Layouts.PG_QUERY_DEPARSE_RESULT,
                    Layouts.PG_QUERY_PLPGSQL_PARSE_RESULT);

    @Test
    void everySizeAndOffsetIsTheCompilers(@TempDir Path folder) throws Exception {
        assertThat(compiled(folder))
                .isEqualTo(
                        STRUCTS.stream().flatMap(HeaderTest::facts).collect(Collectors.toList()));
    }

    @Test
    void everyFieldOfTheHeaderIsInItsStruct() throws IOException {
        String header = Files.readString(INCLUDE.resolve("pg_query.h"));

        for (StructLayout struct : STRUCTS) {
            String name = struct.name().orElseThrow();
            Matcher matcher =
                    Pattern.compile("typedef struct \\{([^}]*)} " + name + ";").matcher(header);
            assertThat(matcher.find()).as(name).isTrue();
            List<String> fields =
                    Pattern.compile("(\\w+);")
                            .matcher(matcher.group(1))
                            .results()
                            .map(field -> field.group(1))
                            .toList();
            assertThat(fields).as(name).isEqualTo(names(struct).toList());
        }
    }

    @Test
    void everyTokenAndKeywordKindHasItsNumber() throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        Pattern constant = Pattern.compile("\\s+(\\w+) = (\\d+);.*");
        for (String line : proto().toList()) {
            Matcher matcher = constant.matcher(line);
            if (matcher.matches()) {
                numbers.putIfAbsent(matcher.group(1), Integer.parseInt(matcher.group(2)));
            }
        }
        List<String> tokens =
                List.of(
                        "IDENT",
                        "UIDENT",
                        "FCONST",
                        "SCONST",
                        "USCONST",
                        "BCONST",
                        "XCONST",
                        "Op",
                        "ICONST",
                        "PARAM",
                        "TYPECAST",
                        "DOT_DOT",
                        "COLON_EQUALS",
                        "EQUALS_GREATER",
                        "LESS_EQUALS",
                        "GREATER_EQUALS",
                        "NOT_EQUALS",
                        "SQL_COMMENT",
                        "C_COMMENT");
        List<String> keywords =
                List.of(
                        "NO_KEYWORD",
                        "UNRESERVED_KEYWORD",
                        "COL_NAME_KEYWORD",
                        "TYPE_FUNC_NAME_KEYWORD",
                        "RESERVED_KEYWORD");

        assertThat(tokens.stream().map(numbers::get))
                .isEqualTo(
                        Stream.of(TokenKind.values())
                                .map(TokenKind::number)
                                .filter(number -> number != 0)
                                .toList());
        assertThat(keywords.stream().map(numbers::get)).containsExactly(0, 1, 2, 3, 4);
        assertThat(KeywordKind.values()).hasSameSizeAs(keywords);
    }

    /// What a C program prints that the C compiler made of the header.
    private static List<String> compiled(Path folder) throws Exception {
        StringBuilder program = new StringBuilder();
        program.append("#include <stddef.h>\n#include <stdio.h>\n#include \"pg_query.h\"\n");
        program.append("int main(void) {\n");
        for (StructLayout struct : STRUCTS) {
            String name = struct.name().orElseThrow();
            program.append("printf(\"%s %%zu\\n\", sizeof(%s));\n".formatted(name, name));
            names(struct)
                    .forEach(field ->
                            program.append(
                                    "printf(\"%s.%s %%zu %%zu\\n\", offsetof(%s, %s), "
                                                    .formatted(name, field, name, field)
                                            + "sizeof(((%s *) 0)->%s));\n".formatted(name, field)));
        }
        program.append("return 0; }\n");
        Path source = Files.writeString(folder.resolve("layout.c"), program);
        Path binary = folder.resolve("layout");
        run("cc", "-I", INCLUDE.toString(), "-o", binary.toString(), source.toString());
        return run(binary.toString()).lines().toList();
    }

    private static Stream<String> facts(StructLayout struct) {
        String name = struct.name().orElseThrow();
        return Stream.concat(
                Stream.of(name + " " + struct.byteSize()),
                names(struct)
                        .map(field -> {
                            PathElement path = PathElement.groupElement(field);
                            return "%s.%s %d %d"
                                    .formatted(
                                            name,
                                            field,
                                            struct.byteOffset(path),
                                            struct.select(path).byteSize());
                        }));
    }

    private static Stream<String> names(StructLayout struct) {
        return struct.memberLayouts().stream()
                .map(MemoryLayout::name)
                .filter(name -> name.isPresent())
                .map(name -> name.orElseThrow());
    }

    private static Stream<String> proto() throws IOException {
        return Files.readAllLines(INCLUDE.resolve("pg_query.proto")).stream();
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
