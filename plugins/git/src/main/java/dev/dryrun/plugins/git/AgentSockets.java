package dev.dryrun.plugins.git;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.transport.sshd.agent.Connector;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.jspecify.annotations.Nullable;

/// Finds the user's ssh agent: `IdentityAgent` of ssh's configuration, else `SSH_AUTH_SOCK`.
final class AgentSockets implements ConnectorFactory {

    private static final String VARIABLE = "SSH_AUTH_SOCK";

    private final Function<String, Optional<String>> environment;

    AgentSockets(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Connector create(@Nullable String identityAgent, File home) {
        if (identityAgent == null || identityAgent.isEmpty() || identityAgent.equals(VARIABLE)) {
            return new AgentSocket(
                    environment.apply(VARIABLE).filter(it -> !it.isEmpty()).map(Path::of));
        }
        return new AgentSocket(Optional.of(home.toPath().resolve(identityAgent)));
    }

    @Override
    public boolean isSupported() {
        return true;
    }

    @Override
    public String getName() {
        return "unix";
    }

    @Override
    public Collection<ConnectorDescriptor> getSupportedConnectors() {
        return List.of(getDefaultConnector());
    }

    @Override
    public ConnectorDescriptor getDefaultConnector() {
        return new ConnectorDescriptor() {
            @Override
            public String getIdentityAgent() {
                return VARIABLE;
            }

            @Override
            public String getDisplayName() {
                return "ssh agent";
            }
        };
    }
}
