package org.liaison.platform.api;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Who calls (调用者): first parameter of every business method. Built once from the login by {@link Callers}; immutable.
 *
 * @param account login name
 * @param name the person's name as shown in records
 * @param bindings the bindings valid today
 * @param acting the binding this call is made under; null when several are possible and none was chosen, then every
 *     gated call is refused with {@code ACTING_REQUIRED}
 * @param channel the way the call came in
 * @param source network address of the caller, or the job's name
 * @param scopes what a program is let into; null for people and jobs, whom the role alone bounds
 * @param limit what the login itself leaves out, whatever the role
 */
public record Caller(
        String account,
        String name,
        List<Binding> bindings,
        Binding acting,
        Channel channel,
        String source,
        Set<ApiScope> scopes,
        Limit limit) {
    public Caller {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(limit, "limit");
        bindings = List.copyOf(bindings);
        scopes = scopes == null ? null : Set.copyOf(scopes);
    }

    /** A person or a job. */
    public Caller(String account, String name, List<Binding> bindings, Binding acting, Channel channel, String source) {
        this(account, name, bindings, acting, channel, source, null, Limit.NONE);
    }

    /** A program of another system. */
    public Caller(
            String account,
            String name,
            List<Binding> bindings,
            Binding acting,
            Channel channel,
            String source,
            Set<ApiScope> scopes) {
        this(account, name, bindings, acting, channel, source, scopes, Limit.NONE);
    }

    /**
     * Somebody without login. May do what a permission table grants to {@link Role#PUB} and nothing else.
     *
     * @param source network address of the request
     */
    public static Caller anonymous(Channel channel, String source) {
        Binding acting = new Binding(Role.PUB, Scope.ALL, null);
        return new Caller("@public", Role.PUB.label(), List.of(acting), acting, channel, source);
    }

    public boolean is(Role role) {
        return acting != null && acting.role() == role;
    }

    /** What a login leaves out. */
    public enum Limit {
        /** Nothing. */
        NONE,
        /** An access token: nothing that belongs to the account itself. */
        TOKEN,
        /** An access token for reading: no write either. */
        READ_ONLY_TOKEN
    }
}
