package dev.dryrun.plugins.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// What git's own settings say, found through the environment that the store was given; nothing is
/// ever written to them.
///
/// JGit keeps one such reader per class loader, so one per plugin layer: the last opened store's.
/// By itself it would start `git` to find a file, measure the disk for seconds, and note the result
/// in the user's home.
final class UserSettings extends SystemReader.Delegate {

    private static final long FILE_TIME_RESOLUTION_MS = 1000;

    private final Function<String, Optional<String>> environment;
    private final Path home;
    private final SystemReader platform;

    private UserSettings(SystemReader platform, Function<String, Optional<String>> environment) {
        super(platform);
        this.platform = platform;
        this.environment = environment;
        this.home =
                environment
                        .apply("HOME")
                        .filter(it -> !it.isEmpty())
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home", ".")))
                        .toAbsolutePath();
    }

    /// Makes JGit look there from now on.
    static UserSettings use(Function<String, Optional<String>> environment) {
        SystemReader now = SystemReader.getInstance();
        SystemReader platform = now instanceof UserSettings ours ? ours.platform : now;
        UserSettings settings = new UserSettings(platform, environment);
        SystemReader.setInstance(settings);
        return settings;
    }

    /// {@return the user's folder}
    Path home() {
        return home;
    }

    @Override
    public @Nullable String getenv(String variable) {
        // An ssh of the user's choice would be trusted with checks that are made here.
        boolean hidden = variable.equals("GIT_SSH") || variable.equals("GIT_SSH_COMMAND");
        return hidden ? null : environment.apply(variable).orElse(null);
    }

    /// For the mail address of a user who has set none; the network is not asked.
    @Override
    public String getHostname() {
        return environment
                .apply("HOSTNAME")
                .or(() -> environment.apply("COMPUTERNAME"))
                .filter(it -> !it.isBlank())
                .orElse("localhost");
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS files) {
        if (environment.apply("GIT_CONFIG_NOSYSTEM").isPresent()) {
            return new ReadOnlyConfig(parent, Path.of(""), files);
        }
        Path file = Path.of(environment.apply("GIT_CONFIG_SYSTEM").orElse("/etc/gitconfig"));
        return new ReadOnlyConfig(parent, file, files);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS files) {
        Optional<String> global = environment.apply("GIT_CONFIG_GLOBAL");
        if (global.isPresent()) {
            return new ReadOnlyConfig(parent, Path.of(global.get()), files);
        }
        Path own = home.resolve(".gitconfig");
        if (Files.exists(own)) {
            return new ReadOnlyConfig(parent, own, files);
        }
        Path folder =
                environment
                        .apply("XDG_CONFIG_HOME")
                        .filter(it -> !it.isEmpty())
                        .map(Path::of)
                        .orElse(home.resolve(".config"));
        return new ReadOnlyConfig(parent, folder.resolve("git/config"), files);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS files) {
        return new ReadOnlyConfig(parent, Path.of(""), files);
    }

    private static final class ReadOnlyConfig extends FileBasedConfig {

        private final boolean none;

        ReadOnlyConfig(@Nullable Config parent, Path file, FS files) {
            super(parent, file.toFile(), files);
            this.none = file.toString().isEmpty();
        }

        @Override
        public void load() throws IOException, ConfigInvalidException {
            if (!none) {
                super.load();
            }
        }

        @Override
        public void save() {
            // Another program's file.
        }

        @Override
        public boolean isOutdated() {
            return !none && super.isOutdated();
        }

        /// A whole second is the safe side of every file system that matters, and spares measuring.
        @Override
        public long getTimeUnit(
                String section,
                @Nullable String subsection,
                String name,
                long defaultValue,
                TimeUnit unit) {
            if (section.equals("filesystem")) {
                return unit.convert(FILE_TIME_RESOLUTION_MS, TimeUnit.MILLISECONDS);
            }
            return super.getTimeUnit(section, subsection, name, defaultValue, unit);
        }
    }
}
