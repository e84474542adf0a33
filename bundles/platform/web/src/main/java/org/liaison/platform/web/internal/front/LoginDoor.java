package org.liaison.platform.web.internal.front;

import java.util.Optional;
import javax.security.auth.Subject;
import org.liaison.platform.api.AccessTokens;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Sessions;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.UsernameToken;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The login as the web sees it: always there, Unavailable while the security bundle is being replaced. */
@Component(service = LoginDoor.class)
public final class LoginDoor implements Callers {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Callers callers;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Sessions sessions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile AccessTokens tokens;

    @Override
    public Optional<Caller> login(String account, char[] password, Channel channel, String source, String acting) {
        return present().login(account, password, channel, source, acting);
    }

    @Override
    public Optional<Caller> login(UsernameToken token, String source, String acting) {
        return present().login(token, source, acting);
    }

    @Override
    public Caller of(Subject subject, Channel channel, String acting) {
        return present().of(subject, channel, acting);
    }

    @Override
    public Caller system(String job) {
        return present().system(job);
    }

    /** Who uses a session. */
    Optional<Caller> session(String token, String source, String acting) {
        Sessions now = sessions;
        if (now == null) {
            throw Unavailable.service("登录服务");
        }
        return now.caller(token, source, acting);
    }

    /** Who uses an access token. */
    Optional<Caller> token(String token, Channel channel, String source) {
        AccessTokens now = tokens;
        if (now == null) {
            throw Unavailable.service("登录服务");
        }
        return now.caller(token, channel, source);
    }

    /** Whether the login is there now. */
    boolean isThere() {
        return callers != null;
    }

    private Callers present() {
        Callers now = callers;
        if (now == null) {
            throw Unavailable.service("登录服务");
        }
        return now;
    }
}
