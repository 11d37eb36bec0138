package dev.dryrun.cli;

import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A text of SQL that a command was given: a file, or standard input for `-`.
///
/// @param name as it was given
/// @param text what it says
record SqlSource(String name, String text) {

    private static final String STANDARD_INPUT = "-";

    /// {@return the text}
    ///
    /// @param name a path, or `-`
    /// @param terminal where relative paths begin, and standard input
    /// @throws InputException INPUT_UNREADABLE when there is no such file, or it is not UTF-8
    static SqlSource read(String name, Terminal terminal) {
        try {
            byte[] bytes =
                    name.equals(STANDARD_INPUT)
                            ? terminal.in().readAllBytes()
                            : Files.readAllBytes(terminal.resolve(Path.of(name)));
            return new SqlSource(
                    name,
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (NoSuchFileException e) {
            throw unreadable(name + " does not exist", "check the path", e);
        } catch (CharacterCodingException e) {
            throw unreadable(name + " is not UTF-8", "save it as UTF-8", e);
        } catch (IOException e) {
            throw unreadable(name + " cannot be read", "check that it is a file you may read", e);
        }
    }

    private static InputException unreadable(String what, String hint, IOException e) {
        return new InputException(ErrorCode.INPUT_UNREADABLE, what, hint, e);
    }
}
