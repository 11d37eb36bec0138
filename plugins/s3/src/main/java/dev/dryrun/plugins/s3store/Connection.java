package dev.dryrun.plugins.s3store;

import dev.dryrun.store.spi.StoreException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/// The SDK's client, made when it is first needed: opening a store costs nothing.
final class Connection implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final S3Place place;
    private final Retries retries;
    private final Function<String, Optional<String>> environment;

    private @Nullable Credentials credentials;
    private @Nullable S3Client client;
    private boolean closed;

    Connection(S3Place place, Retries retries, Function<String, Optional<String>> environment) {
        this.place = place;
        this.retries = retries;
        this.environment = environment;
    }

    /// {@return the client; the same for all threads}
    synchronized S3Client client() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (client == null) {
            credentials = Credentials.of(place.profile(), environment);
            client = make(credentials);
        }
        return client;
    }

    /// {@return the region it signs for}
    String region() {
        return client().serviceClientConfiguration().region().id();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.close();
        }
        if (credentials != null) {
            credentials.close();
        }
    }

    private S3Client make(Credentials keys) {
        URI endpoint = place.endpoint();
        return S3Client.builder()
                .credentialsProvider(keys)
                .region(chosenRegion())
                .endpointOverride(endpoint)
                // Compatible servers know neither trailers nor chunks that are signed one by one;
                // Content-MD5 on the way there and our own SHA-256 on the way back they all know.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder()
                                .pathStyleAccessEnabled(place.pathStyle())
                                .chunkedEncodingEnabled(false)
                                .build())
                .httpClientBuilder(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(CONNECT)
                                .socketTimeout(SILENCE))
                .overrideConfiguration(
                        ClientOverrideConfiguration.builder()
                                .retryStrategy(retries.strategy())
                                .addExecutionInterceptor(new SendAtOnce())
                                .build())
                .build();
    }

    /// A server of one's own has one region, whatever it is called; Amazon has many, and asking the
    /// machine's metadata for it may take seconds.
    private Region chosenRegion() {
        if (place.region() != null) {
            return Region.of(place.region());
        }
        if (place.endpoint() != null) {
            return Region.US_EAST_1;
        }
        try {
            return DefaultAwsRegionProviderChain.builder()
                    .profileName(place.profile())
                    .build()
                    .getRegion();
        } catch (SdkClientException e) {
            throw new StoreException(
                    StoreException.Kind.INVALID,
                    "nothing says which region bucket \"" + place.bucket() + "\" is in",
                    "set region = \"…\" on the remote, or AWS_REGION",
                    e);
        }
    }
}
