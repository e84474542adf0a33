package org.liaison.platform.api;

import java.util.Objects;

/**
 * What part of the data a binding covers (数据范围). Repositories turn it into a predicate of the query itself, so that a
 * foreign row and a missing row are the same answer (own-office rule, domain page 6.3).
 *
 * @param kind what {@code id} names
 * @param id host-city code for CITY, row id for OFFICE, DISPATCHER and TASK; null for ALL
 */
public record Scope(Kind kind, String id) {
    /** The whole register. */
    public static final Scope ALL = new Scope(Kind.ALL, null);

    public Scope {
        Objects.requireNonNull(kind, "kind");
        if ((kind == Kind.ALL) != (id == null)) {
            throw new IllegalArgumentException("scope " + kind + " with id " + id);
        }
    }

    public static Scope city(String code) {
        return new Scope(Kind.CITY, code);
    }

    public static Scope office(String id) {
        return new Scope(Kind.OFFICE, id);
    }

    /** Text form for headers, audit and options: {@code ALL} or {@code KIND:id}. */
    @Override
    public String toString() {
        return id == null ? kind.name() : kind + ":" + id;
    }

    /** Reads the text form. @throws IllegalArgumentException when it is none */
    public static Scope parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Scope(Kind.valueOf(text), null)
                : new Scope(Kind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }

    /** What a scope's id names. */
    public enum Kind {
        ALL,
        CITY,
        OFFICE,
        DISPATCHER,
        TASK
    }
}
