package dev.dryrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProfileReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://u:canary@h/d",
                "postgres://u:can@ary@h:1/d?x=y",
                "postgres://u:can/canary@h/d",
                "postgres://u@h/d?password=canary&sslmode=require",
                "host=h password=canary user=u",
                "host=h password = 'can\\' canary' user=u",
                "host=h sslpassword=canary"
            })
    void aPasswordIsNotShownWhereverItStands(String url) {
        assertThat(ProfileReader.shown(url)).doesNotContain("ary").contains("***");
    }

    @Test
    void whatIsNoPasswordIsShownAsItIsWritten() {
        for (String url :
                new String[] {
                    "${DATABASE_URL}",
                    "postgres://u@h:5432/d",
                    "postgres://u:${PASSWORD}@h/d",
                    "host=h password=${PASSWORD} user=u"
                }) {
            assertThat(ProfileReader.shown(url)).isEqualTo(url);
        }
    }
}
