package org.liaison.platform.internal.security;

import java.util.EnumSet;
import java.util.Set;
import org.liaison.platform.api.PermissionTable;
import org.liaison.platform.api.Role;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The permission table of the platform itself (domain page 6.2 rows 34, 36 and 37, 4.5 and 3.11). */
@Component(service = PlatformPermissions.class, immediate = true)
public final class PlatformPermissions {
    static final String OWN_PASSWORD = "platform.password.change";

    static final String OWN_SESSIONS = "platform.own-session.list";
    static final String OWN_SESSION_END = "platform.own-session.end";
    static final String OWN_SESSION_ACT = "platform.own-session.act";

    static final String OWN_FACTOR = "platform.own-factor.read";
    static final String OWN_FACTOR_CHANGE = "platform.own-factor.change";

    static final String OWN_TOKENS = "platform.own-token.list";
    static final String OWN_TOKEN_CHANGE = "platform.own-token.change";

    /** What everybody may do with the own account, whatever the acting binding, and none at all included. */
    static final Set<String> OWN = Set.of(
            OWN_PASSWORD,
            OWN_SESSIONS,
            OWN_SESSION_END,
            OWN_SESSION_ACT,
            OWN_FACTOR,
            OWN_FACTOR_CHANGE,
            OWN_TOKENS,
            OWN_TOKEN_CHANGE);

    // programs have no inbox, and what they may with their own account stands in none of their scopes
    private static final Set<Role> PEOPLE = EnumSet.complementOf(EnumSet.of(Role.LEG, Role.SYS, Role.PUB));

    // row 34: who has a right in it may read what lies in the reach
    private static final Set<Role> ADMINISTRATION =
            EnumSet.of(Role.CLK, Role.REV, Role.LDR, Role.HED, Role.DGV, Role.SEC, Role.AUD);

    // row 35
    private static final Set<Role> DELEGATING =
            EnumSet.of(Role.CLK, Role.REV, Role.LDR, Role.PSU, Role.INS, Role.HED, Role.FIL, Role.AUD);

    static final PermissionTable TABLE = AccountWorkflow.TABLE
            .grant(RequestWorkflow.TABLE.grant(PermissionTable.of("platform")))
            .grant(OWN_PASSWORD, PEOPLE)
            .grant(JdbcAccountRequests.READ, ADMINISTRATION)
            .grant(JdbcAccountAdministration.READ, ADMINISTRATION)
            .grant(JdbcDelegations.GIVE, JdbcDelegations.GIVERS)
            .grant(JdbcDelegations.END, JdbcDelegations.GIVERS)
            .grant(JdbcDelegations.TAKE_OVER, JdbcDelegations.GIVERS)
            .grant(JdbcDelegations.READ, DELEGATING)
            .grant("platform.user.create", Role.SEC)
            .grant("platform.user.password", Role.SEC)
            .grant("platform.user.unlock", Role.SEC)
            .grant("platform.lock.list", Role.OPS, Role.SEC, Role.AUD)
            .grant(OWN_SESSIONS, PEOPLE)
            .grant(OWN_SESSION_END, PEOPLE)
            .grant(OWN_SESSION_ACT, PEOPLE)
            .grant(OWN_FACTOR, PEOPLE)
            .grant(OWN_FACTOR_CHANGE, PEOPLE)
            .grant(OWN_TOKENS, PEOPLE)
            .grant(OWN_TOKEN_CHANGE, PEOPLE)
            .grant("platform.token.list", Role.SEC, Role.AUD)
            .grant("platform.token.revoke", Role.SEC)
            .grant("platform.user.second-factor", Role.SEC)
            .grant("platform.session.list", Role.SEC, Role.AUD)
            .grant("platform.session.end", Role.SEC)
            .grant(JdbcLegacyAccounts.LIST, Role.SEC)
            .grant(JdbcLegacyAccounts.CREATE, Role.SEC)
            .grant(JdbcLegacyAccounts.RENEW, Role.SEC)
            .grant(JdbcLegacyAccounts.END, Role.SEC)
            .grant(GateSimulator.ASK, Role.SEC, Role.AUD)
            .grant("platform.audit.verify", Role.AUD)
            .grant("platform.audit.search", Role.AUD, Role.SEC, Role.HED, Role.FIL)
            .grant("platform.audit.export", Role.AUD)
            .grant("platform.keys.status", Role.SEC)
            .grant("platform.keys.rotate", Role.SEC)
            .grant("platform.status", Role.OPS, Role.SEC, Role.AUD)
            .grant("platform.doctor", Role.OPS, Role.SEC, Role.AUD)
            .grant("platform.notice.list", PEOPLE)
            .grant("platform.notice.read", PEOPLE)
            .grant("platform.address.read", PEOPLE)
            .grant("platform.address.change", PEOPLE)
            .grant("platform.reminder.preview", Role.OPS)
            .grant("platform.reminder.run", Role.OPS)
            .grant("platform.reminder.write", Role.SYS)
            .build();

    private final ServiceRegistration<PermissionTable> registration;

    @Activate
    public PlatformPermissions(BundleContext context) {
        registration = context.registerService(PermissionTable.class, TABLE, null);
    }

    @Deactivate
    void end() {
        registration.unregister();
    }
}
