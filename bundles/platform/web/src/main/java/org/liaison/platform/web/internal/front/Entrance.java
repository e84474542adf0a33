package org.liaison.platform.web.internal.front;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.web.internal.error.Problem;

/** Who comes in with a request: by session, by HTTP Basic, or as somebody who is about to open a session. */
final class Entrance {
    private static final String SESSIONS = "/api/platform/v1/sessions";
    /** What a page's script says of itself: it asks for a login with words of its own, no browser shall open its dialog. */
    private static final String SCRIPT = "X-Requested-With";

    private final LoginDoor login;

    Entrance(LoginDoor login) {
        this.login = login;
    }

    /** Puts the caller on the request. @return why not; null when the request may pass */
    Problem admit(String path, HttpServletRequest request) {
        boolean soap = path.startsWith("/ws/");
        if (soap && (!Login.attempted(request) || contract(request))) {
            // The envelope brings the login; the contract itself is no secret.
            return null;
        }
        try {
            Optional<String> session = soap ? Optional.empty() : SessionCookie.token(request);
            if (!Login.attempted(request) && session.isPresent()) {
                return enter(request, bySession(request, session.get()), Answers.sessionEnded());
            }
            if (Login.attempted(request)) {
                return enter(request, byHeader(request, soap ? Channel.SOAP : Channel.REST), Answers.loginFailed());
            }
            return request.getHeader(SCRIPT) == null ? Answers.loginNeeded() : Answers.sessionEnded();
        } catch (LiaisonException e) {
            return Problem.of(e);
        }
    }

    private static Problem enter(HttpServletRequest request, Optional<Caller> caller, Problem refusal) {
        caller.ifPresent(who -> request.setAttribute(Caller.class.getName(), who));
        return caller.isPresent() ? null : refusal;
    }

    private Optional<Caller> byHeader(HttpServletRequest request, Channel channel) {
        Optional<String> token = Login.bearer(request);
        if (token.isEmpty()) {
            return Login.basic(request, login, channel);
        }
        Origin origin = Origin.of(request);
        origin.requireSecrecy();
        return login.token(token.get(), channel, origin.address());
    }

    private Optional<Caller> bySession(HttpServletRequest request, String token) {
        Origin origin = Origin.of(request);
        origin.requireSecrecy();
        SameOrigin.require(request);
        return login.session(token, origin.address(), request.getHeader(Login.ACTING));
    }

    /** Whoever opens a session brings the login in the body, whatever cookie the browser sends beside it. */
    static boolean opensSession(String path, HttpServletRequest request) {
        return path.equals(SESSIONS) && request.getMethod().equals("POST") && !Login.attempted(request);
    }

    /** Lets somebody in who is not logged in yet, to open a session. @return why not; null when the request may pass */
    static Problem admitStranger(HttpServletRequest request) {
        Origin origin = Origin.of(request);
        try {
            origin.requireSecrecy();
            SameOrigin.refuseForeign(request);
        } catch (LiaisonException e) {
            return Problem.of(e);
        }
        request.setAttribute(Caller.class.getName(), Caller.anonymous(Channel.REST, origin.address()));
        return null;
    }

    /** Whether a request is for the contract of a SOAP service. */
    static boolean contract(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getMethod().equals("GET")
                && query != null
                && (query.equalsIgnoreCase("wsdl") || query.startsWith("wsdl=") || query.startsWith("xsd="));
    }
}
