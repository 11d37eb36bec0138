package dev.dryrun.capture;

import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.CommandRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Keys and certificates as PEM files, made by the JDK's keytool.
///
/// @param folder where they are
record Certificates(Path folder) {

    private static final String STORE_WORD = "changeit";

    /// {@return the certificate of a new authority, with its own store beside it}
    Path authority(String name) throws IOException, GeneralSecurityException {
        keytool(
                name,
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "RSA",
                "-dname",
                "CN=" + name,
                "-ext",
                "bc:c");
        return write(name + ".crt", "CERTIFICATE", store(name).getCertificate(name).getEncoded());
    }

    /// Makes `<name>.crt` and `<name>.key`, signed by an authority.
    ///
    /// @param algorithm `RSA` or `EC`
    /// @param extension what else the certificate says, as keytool's `-ext` takes it
    void signed(String authority, String name, String algorithm, String extension)
            throws IOException, GeneralSecurityException {
        keytool(name, "-genkeypair", "-alias", name, "-keyalg", algorithm, "-dname", "CN=" + name);
        String request = keytool(name, "-certreq", "-alias", name);
        Path requestFile = Files.writeString(folder.resolve(name + ".csr"), request);
        String certificate =
                keytool(
                        authority,
                        "-gencert",
                        "-rfc",
                        "-alias",
                        authority,
                        "-infile",
                        requestFile.toString(),
                        "-ext",
                        extension);
        Files.writeString(folder.resolve(name + ".crt"), certificate);
        byte[] key = store(name).getKey(name, STORE_WORD.toCharArray()).getEncoded();
        Files.setPosixFilePermissions(
                write(name + ".key", "PRIVATE KEY", key),
                PosixFilePermissions.fromString("rw-------"));
    }

    private Path write(String file, String kind, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                folder.resolve(file),
                "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, base64, kind),
                StandardCharsets.US_ASCII);
    }

    private String keytool(String store, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        words.addAll(List.of(arguments));
        words.addAll(List.of("-keystore", folder.resolve(store + ".p12").toString()));
        words.addAll(List.of("-storepass", STORE_WORD));
        CommandRun run = Command.of(words.toArray(String[]::new)).run();
        if (run.status() != 0) {
            throw new IllegalStateException(run.stdout() + run.stderr());
        }
        return run.stdout();
    }

    private KeyStore store(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, STORE_WORD.toCharArray());
        }
        return store;
    }
}
