package dev.dryrun.config;

import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The bytes of a `dryrun.toml`.
final class ConfigFile {

    static final String NAME = "dryrun.toml";

    /// Far above any file that a person writes; a repository from a stranger cannot fill the heap.
    private static final int BYTES_MAX = 256 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ConfigFile() {}

    static String text(Path file, String shownAs) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw invalid(shownAs, "is larger than " + BYTES_MAX / 1024 + " KiB");
            }
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new ConfigException(
                    ErrorCode.CONFIG_INVALID,
                    shownAs + " does not exist",
                    "check --config, or write the file with: dryrun init",
                    e);
        } catch (CharacterCodingException e) {
            throw new ConfigException(
                    ErrorCode.CONFIG_INVALID,
                    shownAs + " is not UTF-8 text",
                    "save the file as UTF-8",
                    e);
        } catch (IOException e) {
            throw new ConfigException(
                    ErrorCode.CONFIG_INVALID,
                    shownAs + " cannot be read",
                    "check that it is a file and that you may read it",
                    e);
        }
    }

    private static ConfigException invalid(String shownAs, String what) {
        return new ConfigException(
                ErrorCode.CONFIG_INVALID, shownAs + " " + what, Problems.REFERENCE);
    }
}
