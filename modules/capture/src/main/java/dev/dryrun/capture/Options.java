package dev.dryrun.capture;

import dev.dryrun.model.Grant;
import dev.dryrun.model.Reading;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Takes apart the arrays in which catalogues keep options and our queries give privileges.
final class Options {

    private Options() {}

    /// {@return the options of an array of `name=value`; none where it is NULL}
    static SortedMap<String, String> of(Rows row, String column) throws SQLException {
        List<String> texts = row.textsIfAny(column);
        if (texts.isEmpty()) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, String> options = new TreeMap<>();
        for (String option : texts) {
            int equals = option.indexOf('=');
            options.put(
                    equals < 0 ? option : option.substring(0, equals),
                    option.substring(equals + 1));
        }
        return options;
    }

    /// {@return the options of an array of `name=value`, or of names alone where the query kept the
    /// value back}
    static SortedMap<String, Reading<String>> foreign(Rows row, String column) throws SQLException {
        SortedMap<String, Reading<String>> options = new TreeMap<>();
        for (String option : row.textsIfAny(column)) {
            int equals = option.indexOf('=');
            if (equals < 0) {
                options.put(option, Reading.absent(Reading.Reason.NOT_CAPTURED));
            } else {
                options.put(
                        option.substring(0, equals),
                        Reading.measured(option.substring(equals + 1)));
            }
        }
        return options;
    }

    /// {@return the grants of an array of triples: role (empty for PUBLIC), privilege, grantable}
    static List<Grant> grants(Rows row, String column) throws SQLException {
        List<String> triples = row.textsIfAny(column);
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < triples.size(); i += 3) {
            String role = triples.get(i);
            grants.add(
                    new Grant(
                            role.isEmpty() ? null : role,
                            triples.get(i + 1),
                            Boolean.parseBoolean(triples.get(i + 2))));
        }
        return grants;
    }
}
