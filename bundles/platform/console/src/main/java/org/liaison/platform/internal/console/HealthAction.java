package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.util.List;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.HealthCheck.Health;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.console.JsonText;
import org.osgi.framework.BundleContext;

/** The commands that look at the platform's health, through the gate; the local key needs no gate, which may be away. */
abstract class HealthAction extends PlatformAction {
    private static final String LOCAL = "local";

    @Reference
    BundleContext context;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    Operations operations;

    final List<Health> findings(String operation) {
        Findings findings = new Findings(context);
        if (local()) {
            return findings.all();
        }
        if (callers == null || operations == null) {
            throw Unavailable.service("账户");
        }
        return operations.read(caller(callers), operation, scope -> findings.all());
    }

    private static boolean local() {
        Subject subject = subject();
        return subject != null
                && subject.getPrincipals(RolePrincipal.class).stream()
                        .anyMatch(role -> role.getName().equals(LOCAL));
    }

    final void json(PrintStream out, List<Health> found) {
        out.println(JsonText.of(found));
    }
}
