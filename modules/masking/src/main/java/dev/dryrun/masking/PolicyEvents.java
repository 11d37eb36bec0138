package dev.dryrun.masking;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// The events of a YAML text, parsed ahead by a thread of their own: a large policy takes the
/// library half of the time and its understanding the other half.
///
/// One thread takes the events. Closing ends the thread, wherever it is.
final class PolicyEvents implements Iterator<Event>, AutoCloseable {

    /// How many events are handed over at once.
    private static final int BATCH = 1024;

    /// How many batches the parser may be ahead: a few megabytes.
    private static final int AHEAD = 16;

    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(AHEAD);
    private final Thread parsing;
    private Batch batch = new Batch(List.of(), new More());
    private int next;

    /// Starts to parse.
    ///
    /// @param settings the library's
    /// @param text YAML
    PolicyEvents(LoadSettings settings, String text) {
        parsing = Thread.ofPlatform().daemon().name("policy").start(() -> parse(settings, text));
    }

    /// What follows a batch.
    private sealed interface Then {}

    private record More() implements Then {}

    private record End() implements Then {}

    private record Broken(RuntimeException problem) implements Then {}

    private record OutOfMemory(Error problem) implements Then {}

    private record Batch(List<Event> events, Then then) {}

    private void parse(LoadSettings settings, String text) {
        List<Event> events = new ArrayList<>(BATCH);
        try {
            Then end = new End();
            try {
                Iterator<Event> parser = new ParserImpl(settings, new StreamReader(settings, text));
                while (parser.hasNext()) {
                    events.add(parser.next());
                    if (events.size() == BATCH) {
                        batches.put(new Batch(events, new More()));
                        events = new ArrayList<>(BATCH);
                    }
                }
            } catch (RuntimeException e) {
                end = new Broken(e);
            } catch (Error e) {
                end = new OutOfMemory(e);
            }
            batches.put(new Batch(events, end));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// {@return whether there is another event}
    ///
    /// @throws YamlEngineException when the text is not YAML from here on
    @Override
    public boolean hasNext() {
        while (next == batch.events.size()) {
            switch (batch.then) {
                case More() -> batch = following();
                case End() -> {
                    return false;
                }
                case Broken(RuntimeException problem) -> throw problem;
                case OutOfMemory(Error problem) -> throw problem;
            }
        }
        return true;
    }

    private Batch following() {
        next = 0;
        try {
            return batches.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new YamlEngineException("reading was interrupted", e);
        }
    }

    @Override
    public Event next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return batch.events.get(next++);
    }

    @Override
    public void close() {
        parsing.interrupt();
    }
}
