package dev.dryrun.query;

import dev.dryrun.model.SqlCorrection;
import dev.dryrun.model.SqlFix;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.pgquery.EditedText;
import dev.dryrun.pgquery.EditedText.Edit;
import dev.dryrun.pgquery.ParseResult;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.Token;
import dev.dryrun.pgquery.TokenKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Mends the text of a statement, and leaves all else in it as it was written.
///
/// @param parser finds the names in the text
record Corrections(PgQuery parser) {

    /// {@return the statement with everything repaired; null when what is to be repaired is not
    /// found where it should be}
    ///
    /// @param sql one statement
    /// @param located what to repair, with the place of each in characters of the statement
    @Nullable SqlCorrection mend(String sql, List<Located> located) {
        if (!(parser.scan(sql) instanceof ParseResult.Parsed<List<Token>>(List<Token> tokens))) {
            return null;
        }
        Origin origin = Origin.of(sql);
        List<Edit> edits = new ArrayList<>();
        List<SqlFix> fixes = new ArrayList<>();
        for (Located one : located) {
            Edit edit = edit(sql, tokens, one, origin);
            if (edit == null) {
                return null;
            }
            edits.add(edit);
            String from = sql.substring(edit.begin(), edit.end());
            fixes.add(new SqlFix(one.repair().kind(), from, edit.replacement()));
        }
        edits.sort(Comparator.comparingInt(Edit::begin));
        for (int i = 1; i < edits.size(); i++) {
            if (edits.get(i).begin() < edits.get(i - 1).end()) {
                return null;
            }
        }
        return new SqlCorrection(EditedText.of(sql, edits).text(), fixes);
    }

    /// A repair and where it belongs.
    ///
    /// @param repair what to do
    /// @param at Java characters of the statement before it
    record Located(Repair repair, int at) {}

    private static @Nullable Edit edit(
            String sql, List<Token> tokens, Located located, Origin origin) {
        Repair repair = located.repair();
        int first = tokenAt(tokens, located.at(), origin);
        if (first < 0) {
            return null;
        }
        if (repair.kind().equals(Repair.LABEL)) {
            Token token = tokens.get(first);
            String quoted = "'" + repair.to().getFirst().replace("'", "''") + "'";
            return token.kind() == TokenKind.STRING && token.text().startsWith("'")
                    ? new Edit(located.at(), origin.charOffset(token.byteEnd()), quoted)
                    : null;
        }
        int begin = first + 2 * repair.from();
        int end = begin + 2 * (repair.parts() - 1);
        if (end >= tokens.size() || !isDotted(tokens, first, end)) {
            return null;
        }
        int from = origin.charOffset(tokens.get(begin).byteStart());
        int to = origin.charOffset(tokens.get(end).byteEnd());
        boolean word =
                repair.kind().equals(Repair.TYPE)
                        && ShownType.WORDS.contains(repair.to().getLast());
        return new Edit(
                from,
                to,
                word ? repair.to().getLast() : written(repair.to(), sql.substring(from, to)));
    }

    private static int tokenAt(List<Token> tokens, int at, Origin origin) {
        for (int i = 0; i < tokens.size(); i++) {
            if (origin.charOffset(tokens.get(i).byteStart()) == at) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDotted(List<Token> tokens, int first, int last) {
        for (int i = first; i <= last; i++) {
            Token token = tokens.get(i);
            boolean name =
                    token.kind() == TokenKind.IDENTIFIER || token.kind() == TokenKind.KEYWORD;
            if (i % 2 == first % 2 ? !name : !token.text().equals(".")) {
                return false;
            }
        }
        return true;
    }

    /// Names in capitals, as the statement has them, stay so where that means the same.
    private static String written(List<String> names, String before) {
        boolean capitals =
                before.equals(before.toUpperCase(Locale.ROOT))
                        && !before.equals(before.toLowerCase(Locale.ROOT))
                        && before.indexOf('"') < 0;
        return names.stream()
                .map(SqlIdentifier::quote)
                .map(name ->
                        capitals && !name.startsWith("\"") ? name.toUpperCase(Locale.ROOT) : name)
                .collect(Collectors.joining("."));
    }
}
