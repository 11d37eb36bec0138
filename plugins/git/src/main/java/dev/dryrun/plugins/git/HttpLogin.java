package dev.dryrun.plugins.git;

import dev.dryrun.plugins.git.GitCredentialFill.Login;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/// Signs in over https: by the token of an environment variable, else by what git itself knows. The
/// server that was named is told, and no other one that it may send us to.
final class HttpLogin extends CredentialsProvider {

    /// Where only the token counts, this name is taken by all.
    private static final String USER_DEFAULT = "x-access-token";

    private final GitAddress address;
    private final Function<String, Optional<String>> environment;
    private final GitCredentialFill git;
    private boolean asked;
    private @Nullable Login known;

    HttpLogin(GitAddress address, Function<String, Optional<String>> environment) {
        this.address = address;
        this.environment = environment;
        this.git = new GitCredentialFill(environment);
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    /// A certificate that is not trusted is none of the items: nobody says yes to it here.
    @Override
    public boolean supports(CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username)
                    && !(item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
        if (!sameServer(uri) || !supports(items)) {
            return false;
        }
        Optional<Login> login = login();
        if (login.isEmpty()) {
            return false;
        }
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username user) {
                user.setValue(login.get().user());
            } else if (item instanceof CredentialItem.Password password) {
                password.setValueNoCopy(login.get().secret().clone());
            }
        }
        return true;
    }

    /// {@return the text without what one signs in with, should a server have sent it back}
    String withoutSecret(String text) {
        Login login = known;
        if (login == null || login.secret().length == 0) {
            return text;
        }
        return text.replace(new String(login.secret()), "…");
    }

    /// Something else may be known the next time.
    @Override
    public void reset(URIish uri) {
        asked = false;
    }

    private Optional<Login> login() {
        if (!asked) {
            known =
                    address.tokenVariable().isPresent()
                            ? token(address.tokenVariable().get())
                            : git.fill(address.uri()).orElse(null);
            asked = true;
        }
        return Optional.ofNullable(known);
    }

    private Login token(String variable) {
        String token =
                environment
                        .apply(variable)
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .orElseThrow(() ->
                                new StoreException(
                                        Kind.DENIED,
                                        "the environment variable " + variable + " is not set",
                                        "put a token that may read and write "
                                                + address.shown()
                                                + " into it",
                                        null));
        String user = address.uri().getUser();
        return new Login(user == null ? USER_DEFAULT : user, token.toCharArray());
    }

    private boolean sameServer(URIish uri) {
        URIish named = address.uri();
        return named.getPort() == uri.getPort()
                && uri.getHost() != null
                && named.getHost()
                        .toLowerCase(Locale.ROOT)
                        .equals(uri.getHost().toLowerCase(Locale.ROOT))
                && String.valueOf(named.getScheme()).equalsIgnoreCase(uri.getScheme());
    }
}
