package dev.dryrun.capture;

import dev.dryrun.model.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// An operator class, as far as an index needs it.
///
/// @param name its qualified name
/// @param isDefault whether it is the default of its type
/// @param type the oid of its type
/// @param alsoOthers whether other types default to it too
record OperatorClass(QualifiedName name, boolean isDefault, long type, boolean alsoOthers) {

    static Map<Long, OperatorClass> readAll(Connection connection) throws SQLException {
        Map<Long, OperatorClass> classes = new HashMap<>();
        try (Rows row = new CatalogQuery("operator_classes").run(connection)) {
            while (row.next()) {
                classes.put(
                        row.oid(),
                        new OperatorClass(
                                new QualifiedName(row.text("schema"), row.text("name")),
                                row.flag("is_default"),
                                row.oid("type"),
                                row.flag("also_others")));
            }
        }
        return classes;
    }

    boolean isDefaultOf(long keyType) {
        return isDefault && (type == keyType || alsoOthers);
    }
}
