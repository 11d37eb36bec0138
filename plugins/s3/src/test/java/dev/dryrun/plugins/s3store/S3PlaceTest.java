package dev.dryrun.plugins.s3store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StoreException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class S3PlaceTest {

    @ParameterizedTest
    @CsvSource({
        "//team, team, ''",
        "//team/, team, ''",
        "//team/a, team, a/",
        "//team/a/b/, team, a/b/",
        "//team//a///b, team, a/b/",
        "//my.team-1/Größe, my.team-1, Größe/"
    })
    void aRefNamesABucketAndAPrefix(String ref, String bucket, String prefix) {
        S3Place place = place(ref, Map.of());

        assertThat(place.bucket()).isEqualTo(bucket);
        assertThat(place.prefix()).isEqualTo(prefix);
        assertThat(place.shown()).isEqualTo("s3://" + bucket + "/" + prefix);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "team",
                "/team",
                "//",
                "///a",
                "//T",
                "//Team",
                "//ab",
                "//-ab",
                "//a_b",
                "//team/..",
                "//team/a/../b",
                "//team/./a",
                "//team/a\nb"
            })
    void aRefThatNamesNoneIsRefused(String ref) {
        assertThat(refusal(ref, Map.of()).kind()).isEqualTo(StoreException.Kind.INVALID);
    }

    @Test
    void anEndpointIsAddressedByPathUnlessToldOtherwise() {
        assertThat(place("//team", Map.of()).pathStyle()).isFalse();
        assertThat(place("//team", Map.of("endpoint", "https://s3.example.com")).pathStyle())
                .isTrue();
        assertThat(
                        place(
                                        "//team",
                                        Map.of(
                                                "endpoint",
                                                "https://s3.example.com",
                                                "path_style",
                                                "false"))
                                .pathStyle())
                .isFalse();
    }

    @Test
    void theEnvironmentSaysWhatTheRemoteDoesNot() {
        Map<String, String> environment =
                Map.of(
                        "AWS_ENDPOINT_URL", "http://general.example.com",
                        "AWS_ENDPOINT_URL_S3", "http://s3.example.com",
                        "AWS_DEFAULT_REGION", "eu-north-1");
        S3Place place = S3Place.of(Addresses.address("//team", Map.of(), environment));

        assertThat(place.endpoint()).hasHost("s3.example.com");
        assertThat(place.region()).isEqualTo("eu-north-1");
        assertThat(
                        S3Place.of(
                                        Addresses.address(
                                                "//team",
                                                Map.of("region", "eu-west-3"),
                                                environment))
                                .region())
                .isEqualTo("eu-west-3");
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint, s3.example.com, endpoint is not the address of a server",
        "endpoint, ftp://s3.example.com, endpoint is not the address of a server",
        "endpoint, https://me:hunter2@s3.example.com, endpoint is not the address of a server",
        "endpoint, https://s3 example.com, endpoint is not the address of a server",
        "region, Frankfurt!, '\"Frankfurt!\" is not a region'",
        "path_style, yes, path_style is \"yes\"",
        "sse, aes, sse is \"aes\"",
        "kms_key, alias/x, 'kms_key says with which key, but sse does not say \"aws:kms\"'"
    })
    void anOptionThatSaysNothingIsRefused(String option, String value, String message) {
        StoreException refusal = refusal("//team", Map.of(option, value));

        assertThat(refusal).hasMessage(message);
        assertThat(refusal.kind()).isEqualTo(StoreException.Kind.INVALID);
        assertThat(refusal.hint()).isNotBlank().doesNotContain("hunter2");
    }

    @Test
    void openingAsksNobody() {
        try (SnapshotStore store =
                new S3StoreType()
                        .open(
                                Addresses.address(
                                        "//team",
                                        Map.of("endpoint", "http://no-such-host.invalid"),
                                        Map.of()))) {
            assertThat(store.traits().parallelism()).isEqualTo(16);
        }
    }

    private static S3Place place(String ref, Map<String, String> options) {
        return S3Place.of(Addresses.address(ref, options, Map.of()));
    }

    private static StoreException refusal(String ref, Map<String, String> options) {
        return catchThrowableOfType(StoreException.class, () -> place(ref, options));
    }
}
