package dev.dryrun.plugins.s3store;

import dev.dryrun.store.spi.StoreException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// Where keys come from: the environment, else the SDK's usual chain (web identity, the shared
/// files with sign-on and roles, the container's or the machine's role); or one profile alone.
final class Credentials implements AwsCredentialsProvider, SdkAutoCloseable {

    private final AwsCredentialsProvider source;
    private final @Nullable String profile;

    private Credentials(AwsCredentialsProvider source, @Nullable String profile) {
        this.source = source;
        this.profile = profile;
    }

    static Credentials of(
            @Nullable String profile, Function<String, Optional<String>> environment) {
        if (profile != null) {
            return new Credentials(ProfileCredentialsProvider.create(profile), profile);
        }
        Optional<String> id = said(environment, "AWS_ACCESS_KEY_ID");
        Optional<String> secret = said(environment, "AWS_SECRET_ACCESS_KEY");
        if (id.isPresent() && secret.isPresent()) {
            AwsCredentials keys =
                    said(environment, "AWS_SESSION_TOKEN")
                            .<AwsCredentials>map(token ->
                                    AwsSessionCredentials.create(id.get(), secret.get(), token))
                            .orElseGet(() -> AwsBasicCredentials.create(id.get(), secret.get()));
            return new Credentials(StaticCredentialsProvider.create(keys), null);
        }
        String usual = said(environment, "AWS_PROFILE").orElse(null);
        return new Credentials(
                DefaultCredentialsProvider.builder().profileName(usual).build(), usual);
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return source.resolveCredentials();
        } catch (SdkException | UncheckedIOException e) {
            throw missing(e);
        }
    }

    @Override
    public void close() {
        if (source instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }

    /// The SDK's texts are long and name every place that was looked at; of them only that a
    /// sign-on has expired is worth telling apart.
    private StoreException missing(RuntimeException failure) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        String of = profile == null ? "" : " of profile \"" + profile + "\"";
        String login =
                "aws sso login" + (profile == null ? "" : " --profile " + profile) + ", then again";
        boolean noToken = failure instanceof UncheckedIOException || said.contains("sso token");
        if (said.contains("expired") || noToken) {
            return new StoreException(
                    StoreException.Kind.DENIED,
                    "the credentials" + of + " have expired, or nobody signed on",
                    login,
                    failure);
        }
        return new StoreException(
                StoreException.Kind.DENIED,
                "no credentials" + of + " for S3 were found",
                "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name a profile, or " + login,
                failure);
    }

    private static Optional<String> said(
            Function<String, Optional<String>> environment, String name) {
        return environment.apply(name).filter(it -> !it.isBlank());
    }
}
