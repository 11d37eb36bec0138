package dev.dryrun.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The statements that make an empty file of a format.
final class SchemaScript {

    private SchemaScript() {}

    /// {@return the statement that makes one view}
    static String view(int version, String name) {
        String script = read(version);
        int from = script.indexOf("CREATE VIEW " + name + " AS");
        return script.substring(from, script.indexOf(';', from) + 1);
    }

    static String read(int version) {
        String name = "schema-" + version + ".sql";
        try (InputStream in = SchemaScript.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
