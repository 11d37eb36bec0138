package dev.dryrun.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/// A schema put together of objects of every kind, each in one of several forms or left out. Some
/// forms say the same in other words.
///
/// @param choices for each object of the resource `forms.sql` the form, or -1 to leave it out
record RandomSchema(List<Integer> choices) {

    private static final int LEFT_OUT = -1;

    /// Begins forms that PostgreSQL 14 does not know.
    private static final String SINCE_15 = "15:";

    RandomSchema {
        choices = List.copyOf(choices);
    }

    static RandomSchema of(Random random) {
        List<Integer> choices = new ArrayList<>();
        for (List<String> forms : objects()) {
            choices.add(choice(forms, random));
        }
        return new RandomSchema(choices);
    }

    private static int choice(List<String> forms, Random random) {
        return random.nextInt(5) == 0 ? LEFT_OUT : random.nextInt(forms.size());
    }

    /// {@return the same schema, or one that has up to three objects in another form}
    RandomSchema other(Random random) {
        List<Integer> others = new ArrayList<>(choices);
        List<List<String>> objects = objects();
        int changes = random.nextInt(100) < 40 ? 0 : 1 + random.nextInt(3);
        for (int i = changes; i > 0; i--) {
            int at = random.nextInt(others.size());
            others.set(at, choice(objects.get(at), random));
        }
        return new RandomSchema(others);
    }

    /// {@return what makes it, in any order that works: nothing needs what comes after it but the
    /// types and tables that are always there}
    ///
    /// @param random for the order
    /// @param major the server's version: what a later one brought is left out
    List<String> statements(Random random, int major) {
        List<List<String>> objects = objects();
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i) != LEFT_OUT) {
                String form = objects.get(i).get(choices.get(i));
                if (!form.startsWith(SINCE_15)) {
                    statements.add(form);
                } else if (major >= 15) {
                    statements.add(form.substring(SINCE_15.length()));
                }
            }
        }
        Collections.shuffle(statements, random);
        // What comes after them gets their privileges, so they come last.
        statements.sort(Comparator.comparing(sql -> sql.startsWith("ALTER DEFAULT PRIVILEGES")));
        statements.addFirst(resource("forms-base.sql"));
        return statements;
    }

    String difference(RandomSchema other) {
        StringBuilder out = new StringBuilder();
        List<List<String>> objects = objects();
        for (int i = 0; i < choices.size(); i++) {
            if (!choices.get(i).equals(other.choices.get(i))) {
                out.append(form(objects.get(i), choices.get(i)))
                        .append("\n  => ")
                        .append(form(objects.get(i), other.choices.get(i)))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static String form(List<String> forms, int choice) {
        return choice == LEFT_OUT ? "(nothing)" : forms.get(choice);
    }

    /// Objects stand between empty lines, their forms on lines of their own.
    private static List<List<String>> objects() {
        List<List<String>> objects = new ArrayList<>();
        for (String object : resource("forms.sql").strip().split("\n\n", -1)) {
            objects.add(object.lines().toList());
        }
        return objects;
    }

    private static String resource(String name) {
        try (InputStream in = RandomSchema.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
