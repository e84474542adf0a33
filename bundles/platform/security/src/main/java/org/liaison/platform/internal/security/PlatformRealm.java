package org.liaison.platform.internal.security;

import java.nio.file.Path;
import java.security.Principal;
import java.security.PublicKey;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.jaas.config.JaasRealm;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Role;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The realm {@code liaison} of the console: the accounts of the platform, each role as a role principal for the command
 * lists of rights. It stays up without the database; then the local key alone logs in.
 */
@Component(
        service = JaasRealm.class,
        configurationPid = "org.liaison.platform",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
public final class PlatformRealm implements JaasRealm {
    static final String SELF = "org.liaison.realm";

    /** The settings that this component reads of {@code etc/org.liaison.platform.cfg}. */
    @interface Settings {
        /** Directory of everything that is not the program. */
        String data() default "data";
    }

    private final AppConfigurationEntry[] entries;
    private final LocalKey key;

    // away with the database
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Callers callers;

    @Activate
    public PlatformRealm(BundleContext context, Settings settings) {
        key = new LocalKey(Path.of(settings.data(), "keys"));
        Map<String, Object> options = Map.of(
                ProxyLoginModule.PROPERTY_MODULE,
                PlatformLoginModule.class.getName(),
                ProxyLoginModule.PROPERTY_BUNDLE,
                Long.toString(context.getBundle().getBundleId()),
                BundleContext.class.getName(),
                context,
                SELF,
                this);
        entries = new AppConfigurationEntry[] {
            new AppConfigurationEntry(ProxyLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options)
        };
    }

    @Override
    public String getName() {
        return "liaison";
    }

    @Override
    public int getRank() {
        return 0;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        return entries.clone();
    }

    Optional<Set<Principal>> login(String account, char[] password, String source) {
        Callers present = callers;
        if (present == null || account == null || password == null) {
            return Optional.empty();
        }
        try {
            return present.login(account, password, Channel.CONSOLE, source, null)
                    .map(PlatformRealm::principals);
        } catch (LiaisonException e) {
            return Optional.empty();
        }
    }

    Optional<Set<Principal>> login(String user, PublicKey shown) {
        return LocalKey.USER.equals(user) && key.is(shown)
                ? Optional.of(Set.of(new UserPrincipal(user), new RolePrincipal("ssh"), new RolePrincipal("local")))
                : Optional.empty();
    }

    static Set<Principal> principals(Caller caller) {
        Set<Principal> principals = new LinkedHashSet<>();
        boolean limited = caller.limit() != Caller.Limit.NONE;
        String only = limited ? caller.acting().toString() : null;
        principals.add(new AccountPrincipal(caller.account(), caller.limit(), only));
        principals.add(new UserPrincipal(caller.account()));
        principals.add(new RolePrincipal("ssh"));
        caller.bindings().forEach(binding -> {
            principals.add(new RolePrincipal(binding.role().name()));
            if (binding.role() == Role.OPS) {
                // reads the container's state and, unless it may only read, replaces bundles with Karaf's own commands
                principals.add(new RolePrincipal("viewer"));
                if (caller.limit() != Caller.Limit.READ_ONLY_TOKEN) {
                    principals.add(new RolePrincipal("manager"));
                }
            }
        });
        return principals;
    }
}
