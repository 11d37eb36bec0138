package dev.dryrun.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes statements over the schema of `src/test/oracle/schema.sql` that a server accepts, over the
/// clauses of SELECT, INSERT, UPDATE, DELETE and MERGE. The same seed makes the same statement.
final class Statements {

    private final Random random;
    private int aliases;

    Statements(Random random) {
        this.random = random;
    }

    private enum Type {
        NUMBER,
        TEXT,
        TIME
    }

    private record Column(String name, Type type) {}

    private record Source(String name, List<Column> columns) {}

    private record Relation(String name, String shortName, List<Column> columns) {}

    private static final List<Relation> RELATIONS =
            List.of(
                    relation("customer", "customer", "id n, name t, created_at d"),
                    relation(
                            "orders",
                            "orders",
                            "id n, customer_id n, total n, status t, placed_at d"),
                    relation(
                            "order_line",
                            "order_line",
                            "order_id n, line_no n, product t, quantity n, price n"),
                    relation("app.audit", "audit", "id n, what t, at d"),
                    relation("big_order", "big_order", "id n, total n, name t"),
                    relation("order_sum", "order_sum", "customer_id n, total n"));

    private static Relation relation(String name, String shortName, String columns) {
        List<Column> all = new ArrayList<>();
        for (String column : List.of(columns.split(", ", -1))) {
            all.add(
                    new Column(
                            column.substring(0, column.length() - 2),
                            switch (column.charAt(column.length() - 1)) {
                                case 'n' -> Type.NUMBER;
                                case 't' -> Type.TEXT;
                                default -> Type.TIME;
                            }));
        }
        return new Relation(name, shortName, all);
    }

    /// {@return a statement that can be prepared}
    String next() {
        aliases = 0;
        return switch (random.nextInt(12)) {
            case 0 -> insert();
            case 1 -> update();
            case 2 -> delete();
            case 3 -> with();
            case 4 -> operation();
            case 5 -> grouped(List.of());
            case 6 -> windowed();
            default -> select(List.of(), 2);
        };
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String alias() {
        return "t" + ++aliases;
    }

    private String select(List<Source> outer, int depth) {
        List<Source> sources = new ArrayList<>();
        String from = from(sources, outer, depth);
        List<Source> all = new ArrayList<>(sources);
        all.addAll(outer);
        StringBuilder sql = new StringBuilder("SELECT ");
        boolean distinct = chance(8);
        sql.append(distinct ? "DISTINCT " : "");
        List<String> list = new ArrayList<>();
        int width = 1 + random.nextInt(3);
        for (int i = 0; i < width; i++) {
            list.add(expression(pick(List.of(Type.values())), all, depth) + " AS c" + i);
        }
        if (chance(10)) {
            list.add(pick(sources).name + ".*");
        }
        sql.append(String.join(", ", list)).append(from);
        if (chance(60)) {
            sql.append(" WHERE ").append(condition(all, depth));
        }
        if (chance(40)) {
            sql.append(" ORDER BY ").append(chance(50) || distinct ? "c0" : "1 DESC NULLS LAST");
            if (!distinct && chance(30)) {
                sql.append(", ").append(column(pick(List.of(Type.values())), sources));
            }
        }
        if (chance(20)) {
            sql.append(" LIMIT ").append(1 + random.nextInt(50));
        }
        if (chance(10)) {
            sql.append(" OFFSET 5");
        }
        return sql.toString();
    }

    private String from(List<Source> sources, List<Source> outer, int depth) {
        StringBuilder from = new StringBuilder(" FROM ");
        int items = 1 + random.nextInt(3);
        for (int i = 0; i < items; i++) {
            if (i > 0 && chance(70)) {
                from.append(pick(List.of(" JOIN ", " LEFT JOIN ", " FULL JOIN ")));
                List<Source> right = new ArrayList<>();
                from.append(item(right, List.of(), depth));
                List<Source> both =
                        new ArrayList<>(sources.subList(sources.size() - 1, sources.size()));
                both.addAll(right);
                sources.addAll(right);
                from.append(" ON ").append(column(Type.NUMBER, both.subList(0, 1)));
                from.append(" = ").append(column(Type.NUMBER, both.subList(1, 2)));
                continue;
            }
            from.append(i == 0 ? "" : ", ");
            boolean lateral = i > 0 && chance(25) && depth > 0;
            if (lateral) {
                List<Source> seen = new ArrayList<>(sources);
                seen.addAll(outer);
                String name = alias();
                String query = "SELECT " + expression(Type.NUMBER, seen, 0) + " AS n";
                from.append("LATERAL (").append(query).append(") ").append(name);
                sources.add(new Source(name, List.of(new Column("n", Type.NUMBER))));
            } else {
                from.append(item(sources, outer, depth));
            }
        }
        return from.toString();
    }

    private String item(List<Source> sources, List<Source> outer, int depth) {
        String name = alias();
        int kind = random.nextInt(depth > 0 ? 10 : 7);
        if (kind < 6) {
            Relation relation = pick(RELATIONS);
            sources.add(new Source(name, relation.columns));
            return relation.name + (chance(50) ? " AS " : " ") + name;
        }
        if (kind == 6) {
            sources.add(new Source(name, List.of(new Column("g", Type.NUMBER))));
            return "generate_series(1, 9) AS " + name + " (g)";
        }
        if (kind == 7) {
            sources.add(
                    new Source(
                            name,
                            List.of(new Column("a", Type.NUMBER), new Column("b", Type.TEXT))));
            return "(VALUES (1, 'x'), (2, 'y')) AS " + name + " (a, b)";
        }
        List<Source> inner = new ArrayList<>();
        String from = from(inner, outer, depth - 1);
        sources.add(
                new Source(
                        name, List.of(new Column("x", Type.NUMBER), new Column("y", Type.TEXT))));
        return "(SELECT "
                + expression(Type.NUMBER, inner, 0)
                + " AS x, "
                + expression(Type.TEXT, inner, 0)
                + " AS y"
                + from
                + ") "
                + name;
    }

    private String column(Type type, List<Source> sources) {
        List<String> fitting = new ArrayList<>();
        for (Source source : sources) {
            for (Column column : source.columns) {
                if (column.type == type) {
                    fitting.add(source.name + "." + column.name);
                }
            }
        }
        return fitting.isEmpty() ? literal(type) : pick(fitting);
    }

    private String literal(Type type) {
        return switch (type) {
            case NUMBER -> String.valueOf(random.nextInt(100));
            case TEXT -> "'w" + random.nextInt(9) + "'::text";
            case TIME -> "now()";
        };
    }

    private String expression(Type type, List<Source> sources, int depth) {
        int kind = random.nextInt(depth > 0 ? 9 : 5);
        if (kind < 4) {
            return column(type, sources);
        }
        if (kind == 8) {
            List<Source> inner = new ArrayList<>();
            String from = from(inner, List.of(), 0);
            return "(SELECT max(" + column(type, inner) + ")" + from + ")";
        }
        if (kind == 7) {
            return "CASE WHEN "
                    + condition(sources, 0)
                    + " THEN "
                    + column(type, sources)
                    + " ELSE "
                    + literal(type)
                    + " END";
        }
        if (kind == 6) {
            return "coalesce(" + column(type, sources) + ", " + literal(type) + ")";
        }
        return switch (type) {
            case NUMBER ->
                    pick(
                            List.of(
                                    column(type, sources) + " + 1",
                                    "length(" + column(Type.TEXT, sources) + ")",
                                    "round(" + column(type, sources) + "::numeric, 2)",
                                    "abs(" + column(type, sources) + ")"));
            case TEXT ->
                    pick(
                            List.of(
                                    "upper(" + column(type, sources) + ")",
                                    column(type, sources) + " || '!'",
                                    "substr(" + column(type, sources) + ", 1, 2)",
                                    "concat(" + column(type, sources) + ", '-', 1)"));
            case TIME -> "date_trunc('day', " + column(type, sources) + ")";
        };
    }

    private String condition(List<Source> sources, int depth) {
        int kind = random.nextInt(depth > 0 ? 8 : 5);
        String number = column(Type.NUMBER, sources);
        return switch (kind) {
            case 0 -> number + " > " + literal(Type.NUMBER);
            case 1 -> column(Type.TEXT, sources) + " LIKE 'a%'";
            case 2 -> number + " BETWEEN 1 AND " + column(Type.NUMBER, sources);
            case 3 -> column(Type.TIME, sources) + " < now() AND " + number + " IS NOT NULL";
            case 4 -> number + " IN (1, 2, " + column(Type.NUMBER, sources) + ")";
            case 5 -> "EXISTS (" + correlated(sources) + ")";
            case 6 -> number + " IN (" + correlated(sources) + ")";
            default -> "NOT (" + condition(sources, 0) + " OR " + condition(sources, 0) + ")";
        };
    }

    private String correlated(List<Source> outer) {
        List<Source> inner = new ArrayList<>();
        String from = from(inner, List.of(), 0);
        return "SELECT "
                + column(Type.NUMBER, inner)
                + from
                + " WHERE "
                + column(Type.NUMBER, inner)
                + " = "
                + column(Type.NUMBER, outer);
    }

    private String grouped(List<Source> outer) {
        List<Source> sources = new ArrayList<>();
        String from = from(sources, outer, 1);
        String key = column(Type.TEXT, sources);
        String other = column(Type.NUMBER, sources);
        String list = key + " AS k, count(*) AS n, sum(" + other + ") AS s";
        String by = pick(List.of(key, "1", "k", "ROLLUP (" + key + ", " + other + ")"));
        String having = chance(40) ? " HAVING max(" + other + ") > 1" : "";
        String order = chance(50) ? " ORDER BY n DESC, " + key : "";
        return "SELECT "
                + list
                + from
                + (chance(40) ? " WHERE " + condition(sources, 1) : "")
                + " GROUP BY "
                + (by.equals("k") && isColumn("k", sources) ? key : by)
                + having
                + (key.startsWith("'") ? "" : order);
    }

    private static boolean isColumn(String name, List<Source> sources) {
        return sources.stream()
                .flatMap(source -> source.columns.stream())
                .anyMatch(column -> column.name.equals(name));
    }

    private String windowed() {
        List<Source> sources = new ArrayList<>();
        String from = from(sources, List.of(), 1);
        String number = column(Type.NUMBER, sources);
        return "SELECT row_number() OVER w AS r, sum("
                + number
                + ") OVER (PARTITION BY "
                + column(Type.TEXT, sources)
                + " ORDER BY "
                + number
                + ") AS s"
                + from
                + " WINDOW w AS (ORDER BY "
                + column(Type.TIME, sources)
                + ")";
    }

    private String operation() {
        String op = pick(List.of(" UNION ", " UNION ALL ", " INTERSECT ", " EXCEPT "));
        StringBuilder sql = new StringBuilder();
        int parts = 2 + random.nextInt(2);
        for (int i = 0; i < parts; i++) {
            List<Source> sources = new ArrayList<>();
            String from = from(sources, List.of(), 1);
            sql.append(i == 0 ? "" : op).append("SELECT ").append(column(Type.NUMBER, sources));
            sql.append(" AS n, ").append(column(Type.TEXT, sources)).append(" AS t").append(from);
        }
        return sql + (chance(50) ? " ORDER BY n, 2" : "");
    }

    private String with() {
        List<Source> inner = new ArrayList<>();
        String from = from(inner, List.of(), 1);
        boolean recursive = chance(30);
        String head =
                recursive
                        ? "WITH RECURSIVE w (n, t) AS (SELECT 1, 'a'::text"
                                + " UNION ALL SELECT n + 1, t"
                                + " FROM w WHERE n < 9)"
                        : "WITH w (n, t) AS (SELECT "
                                + column(Type.NUMBER, inner)
                                + ", "
                                + column(Type.TEXT, inner)
                                + from
                                + ")";
        List<Source> sources = new ArrayList<>();
        String rest = from(sources, List.of(), 1);
        sources.add(
                new Source("w", List.of(new Column("n", Type.NUMBER), new Column("t", Type.TEXT))));
        return head
                + " SELECT w.n, "
                + expression(Type.TEXT, sources, 1)
                + " AS x"
                + rest
                + ", w WHERE "
                + condition(sources, 1);
    }

    private String insert() {
        List<Source> sources = new ArrayList<>();
        return switch (random.nextInt(4)) {
            case 0 ->
                    "INSERT INTO app.audit (id, what) VALUES (1, 'a'), (2, upper('b'))"
                            + (chance(50) ? " RETURNING id, what" : "");
            case 1 -> {
                String from = from(sources, List.of(), 1);
                yield "INSERT INTO app.audit (id, what, at) SELECT "
                        + column(Type.NUMBER, sources)
                        + "::bigint, "
                        + column(Type.TEXT, sources)
                        + ", "
                        + column(Type.TIME, sources)
                        + from;
            }
            case 2 ->
                    "INSERT INTO orders AS o (id, customer_id, status) VALUES (1, 2, 'x')"
                            + " ON CONFLICT (id) DO UPDATE SET status = excluded.status,"
                            + " total = o.total"
                            + " WHERE o.total > excluded.total RETURNING o.id, status";
            default -> "INSERT INTO order_line VALUES (1, 2, 'p', 3, 4.5) ON CONFLICT DO NOTHING";
        };
    }

    private String update() {
        List<Source> sources = new ArrayList<>();
        String from = chance(50) ? from(sources, List.of(), 1) : "";
        sources.add(new Source("o", RELATIONS.get(1).columns));
        return "UPDATE orders AS o SET status = "
                + expression(Type.TEXT, sources, 1)
                + (chance(50) ? ", placed_at = " + column(Type.TIME, sources) : "")
                + from
                + " WHERE "
                + condition(sources, 1)
                + (chance(40) ? " RETURNING o.id, o.total * 2 AS twice" : "");
    }

    private String delete() {
        List<Source> sources = new ArrayList<>();
        String using = "";
        if (chance(50)) {
            using = from(sources, List.of(), 1).replaceFirst(" FROM ", " USING ");
        }
        sources.add(new Source("l", RELATIONS.get(2).columns));
        return "DELETE FROM order_line l"
                + using
                + " WHERE "
                + condition(sources, 1)
                + (chance(40) ? " RETURNING *" : "");
    }
}
