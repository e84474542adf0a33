package org.liaison.platform.internal.security;

import java.io.Serializable;
import java.security.Principal;

/** The account of a login, in a JAAS subject. */
public record AccountPrincipal(String name) implements Principal, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return name;
    }
}
