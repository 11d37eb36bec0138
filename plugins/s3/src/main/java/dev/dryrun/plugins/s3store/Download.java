package dev.dryrun.plugins.s3store;

import dev.dryrun.store.spi.StoreException;
import java.io.IOException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// Takes what the server sends: all of it, no more than was asked for, and what was written.
///
/// @param name of what is read
/// @param limitBytes the most that is read
/// @param failures says what is wrong with it
record Download(String name, int limitBytes, Failures failures)
        implements ResponseTransformer<GetObjectResponse, byte[]> {

    @Override
    public byte[] transform(GetObjectResponse response, AbortableInputStream stream) {
        Long length = response.contentLength();
        if (length != null && length > limitBytes) {
            stream.abort();
            throw tooLong();
        }
        byte[] content = read(stream);
        String written = response.metadata().get(Upload.SHA256);
        if (written != null && !written.equals(Upload.sha256(content))) {
            throw failures.damaged(name, "is not what was written: its SHA-256 differs");
        }
        return content;
    }

    /// An end before the announced length is an IOException too.
    private byte[] read(AbortableInputStream stream) {
        try {
            byte[] content = stream.readNBytes(limitBytes);
            if (content.length == limitBytes && stream.read() >= 0) {
                stream.abort();
                throw tooLong();
            }
            return content;
        } catch (IOException e) {
            throw RetryableException.create("cut off", e);
        }
    }

    private StoreException tooLong() {
        return failures.damaged(name, "is longer than " + limitBytes + " bytes");
    }
}
