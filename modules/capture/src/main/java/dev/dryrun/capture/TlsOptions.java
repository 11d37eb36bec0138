package dev.dryrun.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;

/// Tells the driver what libpq's TLS parameters mean.
///
/// @param options by libpq's keyword
record TlsOptions(Map<String, String> options) {

    private static final String JAVA_ROOTS = "org.postgresql.ssl.DefaultJavaSSLFactory";
    private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

    void applyTo(PGSimpleDataSource source) {
        value("sslmode").ifPresent(source::setSslMode);
        value("sslnegotiation").ifPresent(source::setSslNegotiation);
        value("sslpassword").ifPresent(source::setSslPassword);
        value("sslcert").ifPresent(source::setSslCert);
        value("sslkey")
                .ifPresent(file -> {
                    source.setSslKey(file);
                    algorithm(Path.of(file)).ifPresent(source::setPemKeyAlgorithm);
                });
        value("sslrootcert")
                .ifPresent(file -> {
                    if (file.equals("system")) {
                        source.setSslfactory(JAVA_ROOTS);
                    } else {
                        source.setSslRootCert(file);
                    }
                });
    }

    private Optional<String> value(String keyword) {
        return Optional.ofNullable(options.get(keyword));
    }

    /// The driver takes every PEM key for RSA unless told otherwise; only PKCS #8 says what it is.
    private static Optional<String> algorithm(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (!text.contains("-----BEGIN PRIVATE KEY-----")) {
                return Optional.empty();
            }
            String base64 =
                    text.lines()
                            .dropWhile(line -> !line.contains("BEGIN PRIVATE KEY"))
                            .skip(1)
                            .takeWhile(line -> !line.startsWith("-----"))
                            .map(String::strip)
                            .collect(Collectors.joining());
            PKCS8EncodedKeySpec key = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            return KEY_ALGORITHMS.stream().filter(name -> reads(name, key)).findFirst();
        } catch (IOException | IllegalArgumentException e) {
            // The driver says what is wrong with it.
            return Optional.empty();
        }
    }

    private static boolean reads(String algorithm, PKCS8EncodedKeySpec key) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(key).getEncoded().length > 0;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
