package dev.dryrun.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                "{'document':'table','schema':'s','name':'t','indexes':[{'definition':'LONG'}]}"
            })
    void whatWasPackedUnpacksToTheSame(String text) throws MalformedJsonException {
        String json = text.replace('\'', '"').replace("LONG", LONG.strip());
        JsonObject document = (JsonObject) Json.parse(json);
        DocumentShape shape = new DocumentShape(T, "table");
        PackedDocument packed = PackedDocument.packed(document, shape);

        assertThat(new PackedDocument(packed.json(), packed.texts()).unpacked(shape))
                .isEqualTo(document);
        assertThat(packed.json().length()).isLessThan(LONG.length() + 200);
    }
}
