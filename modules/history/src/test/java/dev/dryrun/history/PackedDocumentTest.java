package dev.dryrun.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;

/// Whatever a document is, what comes out of its row is what went in.
final class PackedDocumentTest {

    private static final ObjectRef T = new ObjectRef(ObjectKind.TABLE, new QualifiedName("s", "t"));
    private static final String LONG = "SELECT 'äöü😀' ".repeat(100);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'document':'table','schema':'s','name':'t'}",
                "{'document':'table','schema':'s','name':'t','columns':[],'indexes':[]}",
                "{'document':'table','schema':'s','name':'t','columns':[{'name':'a','type':'b'}]}",
                "{'document':'table','schema':'s','name':'t','columns':[{},{'identity':'a'}]}",
                "{'document':'table','schema':'s','name':'t','columns':[{'name':'a','x':{'y':1}}]}",
                "{'document':'table','schema':'s','name':'t','columns':[{'name':null}]}",
                "{'document':'table','schema':'s','name':'t','columns':[['a','int']]}",
                "{'document':'table','schema':'s','name':'t','columns':{'$deflated':0}}",
                "{'document':'table','schema':'s','name':'t','columns':[{'':1,'name':'a'}]}",
                "{'document':'view','schema':'s','name':'t'}",
                "{'document':'table','schema':'s','name':'other'}",
                "{'document':'table','name':'t'}",
                "{'name':'t'}",
                "{'document':'table','schema':'s','name':'t','body':'LONG','comment':'LONG'}",
                "{'document':'table','schema':'s','name':'t','a':['LONG',{'b':'LONG'}],'c':'LONG'}",
                "{'document':'table','schema':'s','name':'t','indexes':[{'definition':'LONG'}]}",
                "{'document':'table','schema':'s','name':'t','figures':[1]}",
                "{'document':'table','schema':'s','name':'t','references':{}}",
                "{'document':'table','schema':'s','name':'t','constraints':[{'name':'a'},"
                        + "{'name':'b','references':{'name':'x'}},{'references':[]}]}",
                "{'document':'table','schema':'s','name':'t','$whole':{}}",
                "{'document':'table','schema':'s','name':'t','indexes':[{'name':'t_a'}]}",
                "{'document':'table','schema':'s','name':'t','indexes':"
                        + "[{'name':'+a'},{'name':'-'}]}",
                "{'document':'table','schema':'s','name':'t','indexes':"
                        + "[{'name':'t_a','constraint':'t_a'},{'constraint':'+t'},{'name':7}]}",
                "{'document':'table','schema':'s','name':'t','constraints':"
                        + "[{'name':'t_check','kind':'check','expression':'WIDE'}]}",
                "{'document':'table','schema':'s','name':'t','columns':[{'default':'WIDE'}]}"
            })
    void whatWasPackedUnpacksToTheSame(String text) throws Exception {
        JsonObject document = json(text);
        DocumentShape shape = new DocumentShape(T, "table");
        try (Connection connection = parts()) {
            PackedDocument packed =
                    PackedDocument.packed(document, shape, new PartTable(connection));

            assertThat(
                            new PackedDocument(packed.json(), packed.texts())
                                    .unpacked(shape, new PartTable(connection)))
                    .isEqualTo(document);
            assertThat(packed.json().length()).isLessThan(LONG.length() + 200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'document':'table_statistics','schema':'s','name':'t','relpages':7}",
                "{'document':'table_statistics','schema':'s','name':'t','relpages':null}",
                "{'document':'table_statistics','schema':'s','name':'t','figures':[7]}",
                "{'document':'table_statistics','schema':'s','name':'t','columns':[{'name':'WIDE',"
                        + "'type':'WIDE','histogram_bounds':'LONG','most_common_vals':'WIDE',"
                        + "'most_common_elems':'WIDE'}],'indexes':[{'name':'t_pkey','size':1}]}"
            })
    void statisticsUnpackToTheSame(String text) throws Exception {
        JsonObject document = json(text);
        DocumentShape shape = new DocumentShape(T, "table_statistics");
        try (Connection connection = parts()) {
            PackedDocument plain = PackedDocument.plain(document, shape, new PartTable(connection));

            assertThat(plain.texts()).isNull();
            assertThat(
                            new PackedDocument(plain.json(), null)
                                    .unpacked(shape, new PartTable(connection)))
                    .isEqualTo(document);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'document':'node_statistics','pg_stat_io':[]}",
                "{'document':'node_statistics','pg_stat_io':{'absent':'no privilege'}}",
                "{'document':'node_statistics','pg_stat_io':"
                        + "[{'a':'WIDE'},{'b':'1'},{'a':'2','b':'3'}]}",
                "{'document':'node_statistics','pg_stat_io':[{'a':null}]}",
                "{'document':'node_statistics','name':'node'}"
            })
    void statisticsOfANodeUnpackToTheSame(String text) throws Exception {
        JsonObject document = json(text);
        ObjectRef node = new ObjectRef(ObjectKind.NODE, new QualifiedName("", "node"));
        DocumentShape shape = new DocumentShape(node, "node_statistics");
        try (Connection connection = parts()) {
            PackedDocument plain = PackedDocument.plain(document, shape, new PartTable(connection));

            assertThat(
                            new PackedDocument(plain.json(), null)
                                    .unpacked(shape, new PartTable(connection)))
                    .isEqualTo(document);
        }
    }

    @Test
    void whatTablesThatAreAlikeHaveInCommonIsStoredOnce() throws Exception {
        try (Connection connection = parts()) {
            PartTable table = new PartTable(connection);
            for (String name : List.of("t", "one_more", "another")) {
                ObjectRef about = new ObjectRef(ObjectKind.TABLE, new QualifiedName("s", name));
                JsonObject document =
                        json(
                                "{'document':'table','schema':'s','name':'NAME','columns':[{'name'"
                                        .concat(":'WIDE'}],'indexes':[{'name':'NAME_pkey','constr")
                                        .concat("aint':'NAME_pkey','keys':['WIDE']}]}")
                                        .replace("NAME", name));
                PackedDocument.packed(document, new DocumentShape(about, "table"), table);
            }
            try (ResultSet row =
                    connection.createStatement().executeQuery("SELECT count(*) FROM part")) {
                assertThat(row.getInt(1)).isEqualTo(2);
            }
        }
    }

    private static JsonObject json(String text) throws MalformedJsonException {
        String json =
                text.replace('\'', '"')
                        .replace("LONG", LONG.strip())
                        .replace("WIDE", "w".repeat(100));
        return (JsonObject) Json.parse(json);
    }

    private static Connection parts() throws SQLException {
        Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
        connection
                .createStatement()
                .executeUpdate("CREATE TABLE part (id INTEGER PRIMARY KEY, digest, text)");
        return connection;
    }
}
