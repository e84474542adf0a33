package org.liaison.platform.internal.security;

import java.io.IOException;
import java.security.Principal;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.modules.publickey.PublickeyCallback;

/** Asks the realm: first for the key that was shown, if one was, else for the password. */
public final class PlatformLoginModule implements LoginModule {
    // as Java prints a socket address: name/address:port
    private static final Pattern ADDRESS = Pattern.compile("[^/]*/\\[?([0-9A-Fa-f.:]+)(?:%[^]]*)?]?:[0-9]+");

    private Subject subject;
    private CallbackHandler handler;
    private PlatformRealm realm;
    private Set<Principal> principals = Set.of();

    @Override
    public void initialize(
            Subject subject, CallbackHandler handler, Map<String, ?> sharedState, Map<String, ?> options) {
        this.subject = subject;
        this.handler = handler;
        this.realm = (PlatformRealm) options.get(PlatformRealm.SELF);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("user");
        PublickeyCallback key = new PublickeyCallback();
        PasswordCallback password = new PasswordCallback("password", false);
        boolean byKey = ask(name, key) && key.getPublicKey() != null;
        if (!byKey && !ask(name, password)) {
            throw new FailedLoginException("no credential");
        }
        PublicKey shown = key.getPublicKey();
        Optional<Set<Principal>> found = byKey
                ? realm.login(name.getName(), shown)
                : realm.login(name.getName(), password.getPassword(), source(subject));
        password.clearPassword();
        principals = found.orElseThrow(() -> new FailedLoginException("login refused"));
        return true;
    }

    /** The network address of a console's client, without its port; {@code ssh} when the console does not tell. */
    static String source(Subject subject) {
        return subject.getPrincipals(ClientPrincipal.class).stream()
                .map(client -> ADDRESS.matcher(client.getAddress()))
                .filter(Matcher::matches)
                .map(address -> address.group(1))
                .findFirst()
                .orElse("ssh");
    }

    private boolean ask(Callback... callbacks) throws LoginException {
        try {
            handler.handle(callbacks);
            return true;
        } catch (UnsupportedCallbackException e) {
            return false;
        } catch (IOException e) {
            throw new LoginException(e.getMessage());
        }
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().addAll(principals);
        return !principals.isEmpty();
    }

    @Override
    public boolean abort() {
        principals = Set.of();
        return true;
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().removeAll(principals);
        return true;
    }
}
