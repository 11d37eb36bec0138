package dev.dryrun.plugins.s3store;

import dev.dryrun.store.spi.StoreAddress;
import dev.dryrun.store.spi.StoreException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the snapshots are, and what the server has to be asked.
///
/// @param bucket its name
/// @param prefix what every key begins with; ends with `/`, or is empty
/// @param endpoint the server; null for Amazon's own
/// @param region as asked for; null when nothing says it here
/// @param pathStyle whether the bucket is in the path, and not in the host name
/// @param encryption what the server is asked for
/// @param profile of the shared AWS configuration; null for the usual one
record S3Place(
        String bucket,
        String prefix,
        @Nullable URI endpoint,
        @Nullable String region,
        boolean pathStyle,
        Encryption encryption,
        @Nullable String profile) {

    static final Set<String> OPTIONS =
            Set.of("endpoint", "region", "path_style", "sse", "kms_key", "profile");

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /// Keys have 1024 bytes; this leaves room for names.
    private static final int PREFIX_BYTES_MAX = 512;

    /// {@return what an address says}
    ///
    /// @throws StoreException INVALID when it, or an option, is not understood
    static S3Place of(StoreAddress address) {
        Map<String, String> options = address.options();
        String ref = address.ref();
        if (!ref.startsWith("//")) {
            throw invalid(
                    "ref is not s3://BUCKET/PREFIX", "write s3://BUCKET or s3://BUCKET/PREFIX");
        }
        int slash = ref.indexOf('/', 2);
        String bucket = slash < 0 ? ref.substring(2) : ref.substring(2, slash);
        if (!BUCKET.matcher(bucket).matches()) {
            throw invalid(
                    "\"" + shown(bucket) + "\" is not the name of a bucket",
                    "3 to 63 lower-case letters, digits, dots and hyphens;"
                            + " ref is s3://BUCKET/PREFIX");
        }
        URI endpoint = endpoint(options, address.environment());
        return new S3Place(
                bucket,
                prefix(slash < 0 ? "" : ref.substring(slash)),
                endpoint,
                region(options, address.environment()),
                flag(options, endpoint != null),
                encryption(options),
                options.get("profile"));
    }

    /// {@return it as a person would name it: `s3://bucket/prefix`}
    String shown() {
        return "s3://" + bucket + "/" + prefix;
    }

    private static String prefix(String path) {
        List<String> segments =
                Pattern.compile("/").splitAsStream(path).filter(it -> !it.isEmpty()).toList();
        String prefix = segments.isEmpty() ? "" : String.join("/", segments) + "/";
        if (CONTROL.matcher(prefix).find() || segments.contains(".") || segments.contains("..")) {
            throw invalid(
                    "the prefix has a control character, or . or .. as a part",
                    "choose another prefix");
        }
        if (prefix.getBytes(StandardCharsets.UTF_8).length > PREFIX_BYTES_MAX) {
            throw invalid("the prefix is longer than 512 bytes", "choose a shorter prefix");
        }
        return prefix;
    }

    private static @Nullable URI endpoint(
            Map<String, String> options, Function<String, Optional<String>> environment) {
        String text = options.get("endpoint");
        if (text == null) {
            text =
                    environment
                            .apply("AWS_ENDPOINT_URL_S3")
                            .or(() -> environment.apply("AWS_ENDPOINT_URL"))
                            .filter(it -> !it.isBlank())
                            .orElse(null);
        }
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(text);
            boolean server = uri.getHost() != null && SCHEMES.contains(uri.getScheme());
            if (server && uri.getUserInfo() == null && uri.getQuery() == null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            throw badEndpoint();
        }
        throw badEndpoint();
    }

    /// Says nothing of the text: somebody may have put a password into it.
    private static StoreException badEndpoint() {
        return invalid(
                "endpoint is not the address of a server",
                "write https://HOST or https://HOST:PORT; keys belong into the environment");
    }

    private static @Nullable String region(
            Map<String, String> options, Function<String, Optional<String>> environment) {
        String region = options.get("region");
        if (region == null) {
            region =
                    environment
                            .apply("AWS_REGION")
                            .or(() -> environment.apply("AWS_DEFAULT_REGION"))
                            .filter(it -> !it.isBlank())
                            .orElse(null);
        }
        if (region != null && !REGION.matcher(region).matches()) {
            throw invalid(
                    "\"" + shown(region) + "\" is not a region", "write it like \"eu-central-1\"");
        }
        return region;
    }

    private static boolean flag(Map<String, String> options, boolean absent) {
        String text = options.get("path_style");
        return switch (text) {
            case null -> absent;
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw invalid("path_style is \"" + shown(text) + "\"", "write true or false");
        };
    }

    private static Encryption encryption(Map<String, String> options) {
        String sse = options.getOrDefault("sse", "none");
        String key = options.get("kms_key");
        if (key != null && !sse.equals("aws:kms")) {
            throw invalid(
                    "kms_key says with which key, but sse does not say \"aws:kms\"",
                    "add sse = \"aws:kms\", or take kms_key away");
        }
        return switch (sse) {
            case "none" -> new Encryption.Usual();
            case "AES256" -> new Encryption.Aes256();
            case "aws:kms" -> new Encryption.Kms(key);
            default ->
                    throw invalid(
                            "sse is \"" + shown(sse) + "\"",
                            "write \"none\", \"AES256\" or \"aws:kms\"");
        };
    }

    private static String shown(String text) {
        String line = CONTROL.matcher(text).replaceAll("?");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }

    private static StoreException invalid(String message, String hint) {
        return new StoreException(StoreException.Kind.INVALID, message, hint, null);
    }
}
