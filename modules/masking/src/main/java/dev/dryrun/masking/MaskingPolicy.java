package dev.dryrun.masking;

import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Which columns of one database are hidden: one block of `data-masking-policy.yml`.
///
/// @param file how the file is called in messages
/// @param databaseId the block
/// @param policies the policies it was read under; empty when every listed column counts
/// @param columns what is hidden, in the order of the file
/// @param warnings what is probably a mistake, one line each
public record MaskingPolicy(
        String file,
        String databaseId,
        List<String> policies,
        List<PolicyColumn> columns,
        List<String> warnings) {

    /// The name under which a policy is found, here or in a folder above.
    public static final String FILE_NAME = "data-masking-policy.yml";

    /// Copies what it is given.
    public MaskingPolicy {
        policies = List.copyOf(policies);
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
    }

    /// Reads the block of a database, where no plugins are.
    ///
    /// @param path the file
    /// @param name how it is called in messages
    /// @param databaseId the block
    /// @param policies the policies whose tags choose columns; empty for every listed column
    /// @return the policy
    /// @throws ConfigException as below
    public static MaskingPolicy read(
            Path path, String name, String databaseId, List<String> policies) {
        return read(path, name, databaseId, policies, Strategies.load());
    }

    /// Reads the block of a database.
    ///
    /// @param path the file
    /// @param name how it is called in messages
    /// @param databaseId the block
    /// @param policies the policies whose tags choose columns; empty for every listed column
    /// @param strategies those that a column may name
    /// @return the policy
    /// @throws ConfigException POLICY_INVALID, with line and column where there is one, when the
    ///   file cannot be read, is not a policy of version 1, has no such block or policy, or names a
    ///   strategy that is not there
    public static MaskingPolicy read(
            Path path,
            String name,
            String databaseId,
            List<String> policies,
            Strategies strategies) {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                            .toString();
            return new PolicyReader(new PolicyErrors(name), strategies)
                    .read(text, databaseId, policies);
        } catch (NoSuchFileException e) {
            throw unreadable(name + " is not there", e);
        } catch (CharacterCodingException e) {
            throw unreadable(name + " is not UTF-8", e);
        } catch (IOException e) {
            throw unreadable(name + " cannot be read", e);
        }
    }

    /// {@return what tells this policy from others, whatever their files look like: 64 hexadecimal
    /// digits over which columns are hidden and how}
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            columns.stream()
                    .map(MaskingPolicy::normalized)
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Each part with its length before it, so that no two columns give the same text.
    private static String normalized(PolicyColumn column) {
        List<String> parts = new ArrayList<>();
        String schema = column.schema();
        parts.add(schema == null ? "" : "." + schema);
        parts.addAll(List.of(column.table(), column.column(), column.strategy().name()));
        column.strategy()
                .options()
                .forEach((option, value) -> parts.addAll(List.of(option, value)));
        return parts.stream()
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static ConfigException unreadable(String message, IOException cause) {
        return new ConfigException(
                ErrorCode.POLICY_INVALID,
                message,
                "name a readable masking policy with --masks-file",
                cause);
    }
}
