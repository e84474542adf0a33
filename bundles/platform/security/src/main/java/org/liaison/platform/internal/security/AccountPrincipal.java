package org.liaison.platform.internal.security;

import java.io.Serializable;
import java.security.Principal;
import org.liaison.platform.api.Caller.Limit;

/**
 * The account of a login, in a JAAS subject.
 *
 * @param limit what the login leaves out
 * @param binding the one binding of a limited login, {@code ROLE@SCOPE}; null when there is no limit
 */
public record AccountPrincipal(String name, Limit limit, String binding) implements Principal, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return name;
    }
}
