package dev.dryrun.model;

/// While it is open, what a plugin's libraries look for is looked for among the plugin's own
/// classes: the thread's context class loader is theirs.
///
/// For one thread; open it around each call.
///
/// ```java
/// try (ContextLoader _ = ContextLoader.of(rule.getClass())) {
///     rule.check(table, context, sink);
/// }
/// ```
public final class ContextLoader implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    private ContextLoader(ClassLoader loader) {
        thread.setContextClassLoader(loader);
    }

    /// {@return what puts the earlier one back when it is closed}
    ///
    /// @param type a class of the plugin, or one that DryRun brings
    public static ContextLoader of(Class<?> type) {
        return new ContextLoader(type.getClassLoader());
    }

    @Override
    public void close() {
        thread.setContextClassLoader(before);
    }
}
