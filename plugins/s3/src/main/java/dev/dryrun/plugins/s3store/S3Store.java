package dev.dryrun.plugins.s3store;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StorePage;
import dev.dryrun.store.spi.StoreTraits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Names are keys below a prefix, and an object is written by one request: it is there as a whole
/// or not at all, and at once for everybody.
final class S3Store implements SnapshotStore {

    private static final int PARALLELISM = 16;
    private static final int PAGE = 1000;
    private static final int CHECK_TRIES = 3;
    private static final int FORBIDDEN = 403;
    private static final String OWN = "tmp/";
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_][a-z0-9._-]{0,127}(/[a-z0-9_][a-z0-9._-]{0,127}){0,7}");

    private final S3Place place;
    private final Retries retries;
    private final Function<String, Optional<String>> environment;
    private final Failures failures;
    private final Calls calls;
    private final Connection connection;
    private final Writer writer;

    S3Store(S3Place place, Retries retries, Function<String, Optional<String>> environment) {
        this.place = place;
        this.retries = retries;
        this.environment = environment;
        this.failures = new Failures(place);
        this.calls = new Calls(failures);
        this.connection = new Connection(place, retries, environment);
        this.writer = new Writer(place, connection);
    }

    @Override
    public StoreTraits traits() {
        return new StoreTraits(PARALLELISM, false, true);
    }

    /// Lists, and never writes: whether it may write only writing would tell.
    @Override
    public String check() {
        return calls.run(Action.CHECK, this::listed);
    }

    @Override
    public boolean put(String name, byte[] content) {
        return calls.run(Action.WRITE, () -> writer.put(place.prefix() + name, content));
    }

    /// What is put is there at once, for everybody.
    @Override
    public void flush() {}

    @Override
    public Optional<byte[]> get(String name, int limitBytes) {
        return calls.run(Action.READ, () -> read(name, limitBytes));
    }

    @Override
    public StorePage list(String prefix, String after, int limit) {
        return calls.run(Action.LIST, () -> page(prefix, after, limit));
    }

    @Override
    public void delete(String name) {
        calls.run(Action.DELETE, () -> remove(place.prefix() + name));
    }

    /// An upload that is cut off leaves nothing; what others have put under `tmp/` may be there.
    @Override
    public int sweep(Instant before) {
        return calls.run(
                Action.DELETE,
                () -> {
                    int removed = 0;
                    String own = place.prefix() + OWN;
                    for (ListObjectsV2Response page :
                            connection.client().listObjectsV2Paginator(from(own).build())) {
                        for (S3Object object : page.contents()) {
                            boolean probe = object.key().equals(place.prefix() + Writer.PROBE);
                            if (!probe && object.lastModified().isBefore(before)) {
                                remove(object.key());
                                removed++;
                            }
                        }
                    }
                    return removed;
                });
    }

    @Override
    public void close() {
        connection.close();
    }

    /// Whoever asks waits for the answer, so it gives up sooner than the rest.
    private String listed() {
        try (Connection brief = new Connection(place, retries.atMost(CHECK_TRIES), environment)) {
            brief.client().listObjectsV2(from(place.prefix()).maxKeys(1).build());
            String at =
                    place.endpoint() == null
                            ? "Amazon S3, region " + brief.region()
                            : place.endpoint().toString();
            return place.shown() + " at " + at;
        }
    }

    private Optional<byte[]> read(String name, int limitBytes) {
        try {
            return Optional.of(download(name, limitBytes));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (S3Exception e) {
            if (e.statusCode() == FORBIDDEN && !mayBeThere(place.prefix() + name)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// Who may list only below the prefix is forbidden, too, what is not there: not even that is
    /// told. So it is looked for in the list.
    private boolean mayBeThere(String key) {
        try {
            return connection
                    .client()
                    .listObjectsV2(from(key).maxKeys(1).build())
                    .contents()
                    .stream()
                    .anyMatch(object -> object.key().equals(key));
        } catch (S3Exception _) {
            return true;
        }
    }

    private byte[] download(String name, int limitBytes) {
        GetObjectRequest request =
                GetObjectRequest.builder()
                        .bucket(place.bucket())
                        .key(place.prefix() + name)
                        .build();
        return connection.client().getObject(request, new Download(name, limitBytes, failures));
    }

    private boolean remove(String key) {
        try {
            connection.client().deleteObject(it -> it.bucket(place.bucket()).key(key));
            return true;
        } catch (NoSuchKeyException _) {
            return false;
        }
    }

    private StorePage page(String prefix, String after, int limit) {
        List<StorePage.Entry> entries = new ArrayList<>();
        String last = after;
        ListObjectsV2Request request =
                from(place.prefix() + prefix)
                        .startAfter(after.isEmpty() ? null : place.prefix() + after)
                        .maxKeys(Math.min(limit, PAGE))
                        .build();
        while (true) {
            ListObjectsV2Response page = connection.client().listObjectsV2(request);
            for (S3Object object : page.contents()) {
                String name = object.key().substring(place.prefix().length());
                if (!isName(name)) {
                    continue;
                }
                if (name.compareTo(last) <= 0) {
                    throw unordered();
                }
                last = name;
                entries.add(new StorePage.Entry(name, object.size()));
                if (entries.size() == limit) {
                    return new StorePage(entries);
                }
            }
            String next = page.nextContinuationToken();
            if (next == null) {
                return new StorePage(entries);
            }
            request = request.toBuilder().startAfter(null).continuationToken(next).build();
        }
    }

    /// What others have put below the prefix, such as a folder's marker, is no name of ours.
    private static boolean isName(String name) {
        return !name.startsWith(OWN) && NAME.matcher(name).matches();
    }

    private ListObjectsV2Request.Builder from(String keyPrefix) {
        return ListObjectsV2Request.builder().bucket(place.bucket()).prefix(keyPrefix);
    }

    private StoreException unordered() {
        return new StoreException(
                StoreException.Kind.FAILED,
                "the server does not list " + place.shown() + " in order of the keys",
                "use a general purpose bucket; a directory bucket does not do",
                null);
    }
}
