package dev.dryrun.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.ConfigException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RemoteBlocksTest {

    private static final String FILE =
            """
            # Ours.
            [project]
            id = "shop" # the shop

            # Where the team shares.
            [[remote]]
            name = "team"
            ref = '''
            /srv
            '''

            # The others.
            [[ remote ]] # second
            name = "other"   # odd   blanks
            ref = "s3://bucket"
            region = "eu-1"

            # Quiet days.
            [calendar]
            weekend = []
            """;

    private static final Remote NEW =
            new Remote("ne\"w", "", "/a b", false, Map.of("region", "x", "odd key", "1"));

    @Test
    void aNewRemoteStandsAtTheEndAndAllElseStays() {
        assertThat(RemoteBlocks.added(FILE, "dryrun.toml", NEW))
                .isEqualTo(
                        FILE
                                + """

                                [[remote]]
                                name = "ne\\"w"
                                ref = "/a b"
                                "odd key" = "1"
                                region = "x"
                                """);
    }

    @Test
    void whatIsRemovedTakesNothingElseAlong() {
        assertThat(RemoteBlocks.removed(FILE, "dryrun.toml", "other"))
                .isEqualTo(FILE.replaceFirst("(?s)\\[\\[ remote.*?eu-1\"\n\n", ""));
        assertThat(RemoteBlocks.removed(FILE, "dryrun.toml", "team"))
                .isEqualTo(FILE.replaceFirst("(?s)\\[\\[remote.*?'''\n.*?'''\n\n", ""));
    }

    @Test
    void addingAndRemovingLeadsBackToTheLetterAlsoWithOtherLineEnds() {
        for (String text : new String[] {FILE, FILE.replace("\n", "\r\n"), ""}) {
            String added = RemoteBlocks.added(text, "dryrun.toml", NEW);

            assertThat(RemoteBlocks.removed(added, "dryrun.toml", NEW.name())).isEqualTo(text);
        }
    }

    @Test
    void whatTheFileMayNotSayIsRefused() {
        Remote again = new Remote("team", "", "/x", false, Map.of());
        assertThatThrownBy(() -> RemoteBlocks.added(FILE, "dryrun.toml", again))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("two remotes are called \"team\"");
        String used = FILE + "[profiles.a]\nremote = \"team\"\n";
        assertThatThrownBy(() -> RemoteBlocks.removed(used, "dryrun.toml", "team"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("names the remote \"team\", which is not defined");
    }

    @Test
    void whatIsWrittenInlineIsLeftToPeople() {
        String inline = "remote = [{ name = \"a\", ref = \"/x\" }]\n";
        assertThatThrownBy(() -> RemoteBlocks.removed(inline, "dryrun.toml", "a"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("cannot be changed from here");
    }
}
