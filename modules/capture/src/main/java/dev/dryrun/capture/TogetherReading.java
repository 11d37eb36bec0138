package dev.dryrun.capture;

import dev.dryrun.capture.SharedSnapshot.NotSharedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs the parts of a capture at the same time, each session in a thread of its own, and hands
/// what they read to the thread that asked. Whichever session is free takes the next part, so one
/// alone does all of them.
///
/// @param <T> what is read
final class TogetherReading<T> {

    /// How many are handed over together: every handing over may wake a thread.
    private static final int TOGETHER = 64;

    /// How many handfuls may wait to be taken: few, so that memory stays flat; enough for an even
    /// flow.
    private static final int WAITING = 16;

    private static final long LOOK_MS = 5;

    /// Opens one more session.
    interface Companion {
        CaptureSession open() throws NotSharedException;
    }

    private final Queue<CaptureSession.Part<T>> parts;
    private final BlockingQueue<List<T>> read = new ArrayBlockingQueue<>(WAITING);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final AtomicReference<@Nullable String> alone = new AtomicReference<>();
    private final Queue<CaptureSession> open = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    TogetherReading(List<CaptureSession.Part<T>> parts) {
        this.parts = new ConcurrentLinkedQueue<>(parts);
    }

    /// {@return why fewer sessions than wanted took part; null when all did}
    ///
    /// @param session the first of them; it stays open
    /// @param companions how many more
    /// @param companion opens one
    /// @param consumer called in the calling thread
    @Nullable String run(
            CaptureSession session, int companions, Companion companion, Consumer<T> consumer) {
        List<Thread> threads = new ArrayList<>();
        threads.add(thread(() -> work(session)));
        for (int i = 0; i < companions; i++) {
            threads.add(thread(() -> accompany(companion)));
        }
        threads.forEach(Thread::start);
        try {
            drain(threads, consumer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while capturing", e);
        } finally {
            stop(session, threads);
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return alone.get();
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().name("dryrun-capture").daemon().unstarted(work);
    }

    private void drain(List<Thread> threads, Consumer<T> consumer) throws InterruptedException {
        while (failure.get() == null) {
            List<T> next = read.poll();
            if (next == null) {
                boolean running = threads.stream().anyMatch(Thread::isAlive);
                next = running ? read.poll(LOOK_MS, TimeUnit.MILLISECONDS) : read.poll();
                if (next == null && !running) {
                    return;
                }
            }
            if (next != null) {
                next.forEach(consumer);
            }
        }
    }

    /// Ends what still runs, when the capture failed; else there is nothing left to end.
    private void stop(CaptureSession session, List<Thread> threads) {
        stopped = true;
        boolean ended = threads.stream().noneMatch(Thread::isAlive);
        if (!ended) {
            open.forEach(CaptureSession::abort);
            session.abort();
        }
        for (Thread thread : threads) {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void accompany(Companion companion) {
        if (parts.isEmpty()) {
            return;
        }
        try (CaptureSession session = companion.open()) {
            open.add(session);
            work(session);
        } catch (NotSharedException e) {
            if (!parts.isEmpty()) {
                alone.compareAndSet(null, e.reason());
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    /// The transaction ends with the last part, or the server would end it for being idle.
    private void work(CaptureSession session) {
        try {
            CaptureSession.Part<T> part = parts.poll();
            while (part != null && !stopped) {
                Handful handful = new Handful();
                part.read(session, handful::add);
                handful.give();
                part = parts.poll();
            }
            if (!stopped) {
                session.endTransaction();
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    /// What one thread has read and not handed over yet.
    private final class Handful {

        private List<T> some = new ArrayList<>(TOGETHER);

        void add(T one) {
            some.add(one);
            if (some.size() == TOGETHER) {
                give();
            }
        }

        void give() {
            if (!some.isEmpty()) {
                offer(some);
                some = new ArrayList<>(TOGETHER);
            }
        }
    }

    private void offer(List<T> some) {
        try {
            while (!read.offer(some, LOOK_MS, TimeUnit.MILLISECONDS)) {
                if (stopped) {
                    throw new IllegalStateException("the capture was given up");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the capture was given up", e);
        }
    }
}
