package dev.dryrun.capture;

import dev.dryrun.model.CaptureException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads `postgres://[user[:password]@][host[:port][,…]][/database][?parameter=value[&…]]`.
final class UriSyntax {

    private static final List<String> SCHEMES = List.of("postgres://", "postgresql://");
    private static final int HEX = 16;

    private final Map<String, String> given = new LinkedHashMap<>();

    private UriSyntax() {}

    /// {@return whether the text is meant as a URL}
    static boolean fits(String text) {
        return SCHEMES.stream().anyMatch(text::startsWith);
    }

    /// {@return the values by keyword, unknown keywords included}
    ///
    /// @param url one that [#fits]
    /// @throws CaptureException CONNECTION_INVALID when it cannot be understood
    static Map<String, String> read(String url) {
        return new UriSyntax().pairs(url.substring(url.indexOf("//") + 2));
    }

    private Map<String, String> pairs(String afterScheme) {
        String rest = afterScheme;
        int query = rest.indexOf('?');
        if (query >= 0) {
            readParameters(rest.substring(query + 1));
            rest = rest.substring(0, query);
        }
        int at = rest.lastIndexOf('@');
        if (at >= 0) {
            readUser(rest.substring(0, at));
            rest = rest.substring(at + 1);
        }
        int slash = rest.indexOf('/');
        if (slash >= 0) {
            putUnlessEmpty("dbname", decode(rest.substring(slash + 1)));
            rest = rest.substring(0, slash);
        }
        readHosts(rest);
        return given;
    }

    private void readUser(String text) {
        int colon = text.indexOf(':');
        putUnlessEmpty("user", decode(colon < 0 ? text : text.substring(0, colon)));
        if (colon >= 0) {
            putUnlessEmpty("password", decode(text.substring(colon + 1)));
        }
    }

    /// A numeric IPv6 address stands in brackets, and its colons separate no port.
    private void readHosts(String text) {
        List<String> names = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int bracket = part.indexOf(']');
            if (part.startsWith("[") && bracket < 0) {
                throw ConnectionUri.invalid("the address in brackets does not end");
            }
            int colon = part.indexOf(':', Math.max(bracket, 0));
            String name = colon < 0 ? part : part.substring(0, colon);
            names.add(name.startsWith("[") ? name.substring(1, name.length() - 1) : decode(name));
            ports.add(colon < 0 ? "" : part.substring(colon + 1));
        }
        putUnlessEmpty("host", String.join(",", names));
        if (ports.stream().anyMatch(port -> !port.isEmpty())) {
            given.putIfAbsent("port", String.join(",", ports));
        }
    }

    private void readParameters(String text) {
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw ConnectionUri.invalid("a parameter after the question mark has no value");
            }
            String name = decode(pair.substring(0, equals));
            String value = decode(pair.substring(equals + 1));
            if (name.equals("ssl") && value.equals("true")) {
                given.put("sslmode", "require");
            } else {
                given.put(name, value);
            }
        }
    }

    private void putUnlessEmpty(String name, String value) {
        if (!value.isEmpty()) {
            given.putIfAbsent(name, value);
        }
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] != '%') {
                bytes.put(encoded[i]);
                continue;
            }
            int high = i + 1 < encoded.length ? Character.digit(encoded[i + 1], HEX) : -1;
            int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], HEX) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                throw ConnectionUri.invalid(
                        "a percent sign is not followed by two hexadecimal digits");
            }
            bytes.put((byte) (high * HEX + low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw ConnectionUri.invalid("what its percent signs stand for is not UTF-8");
        }
    }
}
