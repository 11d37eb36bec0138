package dev.dryrun.plugins.s3store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.plugins.s3server.S3Server;
import dev.dryrun.plugins.s3store.FaultProxy.Fault;
import dev.dryrun.plugins.s3store.FaultProxy.Request;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A real server behind a connection that fails.
@ExtendWith(Servers.class)
final class FaultsTest {

    private static final Fault NONE = new Fault.None();

    private final S3Server server;
    private final String ref = Addresses.newRef();

    FaultsTest(S3Server server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalError",
        "503, SlowDown",
        "503, ''",
        "400, RequestTimeout",
        "400, BadDigest",
        "409, ConditionalRequestConflict"
    })
    void whatPassesIsTriedAgain(int status, String code) {
        try (FaultProxy proxy = proxy(firstPuts(3, new Fault.Answer(status, code, "")));
                S3Store store = open(proxy)) {
            assertThat(store.put("blob", new byte[5000])).isTrue();
            assertThat(puts(proxy)).isEqualTo(4);
            assertThat(direct().get("blob", 5000)).contains(new byte[5000]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalError, UNREACHABLE, stayed so: 500 InternalError",
        "503, SlowDown, UNREACHABLE, stayed so: 503 SlowDown"
    })
    void whatDoesNotPassIsGivenUp(int status, String code, Kind kind, String message) {
        try (FaultProxy proxy = proxy(firstPuts(99, new Fault.Answer(status, code, "")));
                S3Store store = open(proxy)) {
            StoreException failure = failure(() -> store.put("blob", new byte[5000]));

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure).hasMessageEndingWith(message);
            assertThat(puts(proxy)).isEqualTo(Addresses.QUICK.attempts());
            assertThat(direct().get("blob", 5000)).isEmpty();
        }
    }

    @Test
    void anUploadThatIsCutOffLeavesNothingAndIsRepeated() {
        AtomicInteger cuts = new AtomicInteger(Addresses.QUICK.attempts());
        try (FaultProxy proxy =
                        proxy(request ->
                                isPut(request) && cuts.getAndDecrement() > 0
                                        ? new Fault.CutUpload(300_000)
                                        : NONE);
                S3Store store = open(proxy)) {
            StoreException failure = failure(() -> store.put("blob", new byte[1_000_000]));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(direct().get("blob", 1_000_000)).isEmpty();
            assertThat(direct().list("", "", 10).entries()).isEmpty();

            assertThat(store.put("blob", new byte[1_000_000])).isTrue();
            assertThat(direct().get("blob", 1_000_000)).contains(new byte[1_000_000]);
        }
    }

    @Test
    void whoWroteWithoutHearingOfItIsToldThatItWrote() {
        AtomicInteger losses = new AtomicInteger(1);
        try (FaultProxy proxy =
                        proxy(request ->
                                isPut(request) && losses.getAndDecrement() > 0
                                        ? new Fault.LoseAnswer()
                                        : NONE);
                S3Store store = open(proxy)) {
            assertThat(store.put("blob", new byte[10])).isTrue();
            assertThat(puts(proxy)).isEqualTo(2);
            assertThat(store.put("blob", new byte[10])).isFalse();
        }
    }

    @Test
    void whoLostAgainstAnotherIsToldSoWhateverWasRepeated() {
        direct().put("blob", new byte[10]);
        AtomicInteger losses = new AtomicInteger(1);
        try (FaultProxy proxy =
                        proxy(request ->
                                isPut(request) && losses.getAndDecrement() > 0
                                        ? new Fault.LoseAnswer()
                                        : NONE);
                S3Store store = open(proxy)) {
            assertThat(store.put("blob", new byte[10])).isFalse();
        }
    }

    @Test
    void aDownloadThatIsCutShortIsRepeated() {
        direct().put("blob", new byte[100_000]);
        AtomicInteger cuts = new AtomicInteger(2);
        try (FaultProxy proxy =
                        proxy(_ ->
                                cuts.getAndDecrement() > 0 ? new Fault.CutAnswer(50_000) : NONE);
                S3Store store = open(proxy)) {
            assertThat(store.get("blob", 100_000)).contains(new byte[100_000]);
        }
    }

    @Test
    void aDownloadThatIsAlwaysCutShortFails() {
        direct().put("blob", new byte[100_000]);
        try (FaultProxy proxy = proxy(_ -> new Fault.CutAnswer(1));
                S3Store store = open(proxy)) {
            assertThat(failure(() -> store.get("blob", 100_000)).kind())
                    .isEqualTo(Kind.UNREACHABLE);
        }
    }

    @Test
    void aDownloadThatIsAlteredIsNotBelieved() {
        direct().put("blob", new byte[1000]);
        try (FaultProxy proxy = proxy(_ -> new Fault.AlterAnswer());
                S3Store store = open(proxy)) {
            assertThat(failure(() -> store.get("blob", 1000)).kind()).isEqualTo(Kind.DAMAGED);
        }
    }

    /// So Amazon answers who may list below the prefix alone.
    @Test
    void whatIsForbiddenAndNotInTheListIsNotThere() {
        direct().put("there", new byte[10]);
        try (FaultProxy proxy =
                        proxy(request ->
                                request.line().contains("list-type=2")
                                        ? NONE
                                        : new Fault.Answer(403, "AccessDenied", ""));
                S3Store store = open(proxy)) {
            assertThat(store.get("the", 10)).isEmpty();
            assertThat(failure(() -> store.get("there", 10)).kind()).isEqualTo(Kind.DENIED);
        }
    }

    @ParameterizedTest
    @CsvSource({"501, NotImplemented", "400, InvalidArgument"})
    void aServerThatRefusesConditionsIsAskedFirst(int status, String code) {
        try (FaultProxy proxy =
                        proxy(request ->
                                request.has("if-none-match")
                                        ? new Fault.Answer(status, code, "")
                                        : NONE);
                S3Store store = open(proxy)) {
            assertThat(store.put("blob", new byte[10])).isTrue();
            assertThat(store.put("blob", new byte[20])).isFalse();
            assertThat(store.get("blob", 20)).contains(new byte[10]);
        }
    }

    /// The condition is signed, so it cannot be taken away on the way: the probe is answered as
    /// such a server answers it.
    @Test
    void aServerThatTakesNoNoticeOfConditionsIsAskedFirst() {
        try (FaultProxy proxy = proxy(FaultsTest::unnoticed);
                S3Store store = open(proxy)) {
            direct().put("blob", new byte[10]);
            assertThat(store.put("blob", new byte[20])).isFalse();
            assertThat(proxy.seen()).anyMatch(it -> it.is("HEAD"));
            assertThat(direct().get("blob", 20)).contains(new byte[10]);
            assertThat(store.put("other", new byte[20])).isTrue();
            assertThat(direct().get("other", 20)).contains(new byte[20]);
        }
    }

    @Test
    void whetherConditionsAreKnownIsAskedOnceAndLeavesOneKey() {
        for (int i = 0; i < 2; i++) {
            try (FaultProxy proxy = proxy(_ -> NONE);
                    S3Store store = open(proxy)) {
                store.put("a" + i, new byte[10]);
                store.put("b" + i, new byte[10]);
                assertThat(proxy.seen().stream().filter(it -> it.is("PUT")))
                        .hasSize(i == 0 ? 4 : 3);
            }
        }
        assertThat(direct().list("", "", 10).entries()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "none, '', ''",
        "AES256, '', x-amz-server-side-encryption: AES256",
        "aws:kms, '', x-amz-server-side-encryption: aws:kms",
        "aws:kms, alias/team, x-amz-server-side-encryption-aws-kms-key-id: alias/team"
    })
    void theServerIsAskedToEncrypt(String sse, String key, String header) {
        Map<String, String> options = Map.of("sse", sse);
        try (FaultProxy proxy = proxy(FaultsTest::kept);
                S3Store store =
                        open(proxy, key.isEmpty() ? options : with(options, "kms_key", key))) {
            store.put("blob", new byte[10]);
            String head = proxy.seen().getLast().head();
            assertThat(head).containsIgnoringCase("content-md5: ");
            if (header.isEmpty()) {
                assertThat(head).doesNotContainIgnoringCase("server-side-encryption");
            } else {
                assertThat(head).containsIgnoringCase("\r\n" + header + "\r\n");
            }
        }
    }

    @Test
    void anInterruptEndsACallThatWaits() throws Exception {
        try (FaultProxy proxy = proxy(_ -> new Fault.Silence());
                S3Store store = open(proxy)) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            AtomicReference<Boolean> interrupted = new AtomicReference<>();
            Thread reader =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    store.get("blob", 10);
                                } catch (StoreException e) {
                                    thrown.set(e);
                                    interrupted.set(Thread.interrupted());
                                }
                            });
            proxy.awaitSilence();
            reader.interrupt();
            reader.join(5_000);

            assertThat(reader.isAlive()).isFalse();
            assertThat(interrupted).hasValue(true);
            assertThat(thrown.get())
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.kind()).isEqualTo(Kind.INTERRUPTED));
        }
    }

    private static Fault unnoticed(Request request) {
        return request.has("if-none-match") && request.line().contains(Writer.PROBE)
                ? new Fault.Answer(200, "", "ETag: \"0\"")
                : NONE;
    }

    /// Everything is written, and the probe was before.
    private static Fault kept(Request request) {
        return isPut(request)
                ? new Fault.Answer(200, "", "ETag: \"0\"")
                : new Fault.Answer(412, "PreconditionFailed", "");
    }

    private static boolean isPut(Request request) {
        return request.is("PUT") && !request.line().contains(Writer.PROBE);
    }

    private static long puts(FaultProxy proxy) {
        return proxy.seen().stream().filter(FaultsTest::isPut).count();
    }

    private static Function<Request, Fault> firstPuts(int count, Fault fault) {
        AtomicInteger left = new AtomicInteger(count);
        return request -> isPut(request) && left.getAndDecrement() > 0 ? fault : NONE;
    }

    private FaultProxy proxy(Function<Request, Fault> faults) {
        return new FaultProxy(server.port(), faults);
    }

    private S3Store open(FaultProxy proxy) {
        return open(proxy, Map.of());
    }

    private S3Store open(FaultProxy proxy, Map<String, String> options) {
        return Addresses.open(server, ref, with(options, "endpoint", proxy.endpoint()));
    }

    private S3Store direct() {
        return Addresses.open(server, ref);
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        return Addresses.with(map, key, value);
    }

    private static StoreException failure(Runnable call) {
        return catchThrowableOfType(StoreException.class, call::run);
    }
}
