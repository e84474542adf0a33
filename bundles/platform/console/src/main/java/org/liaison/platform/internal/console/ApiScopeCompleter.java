package org.liaison.platform.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.liaison.platform.api.ApiScope;

/** Completes the scopes of programs. */
@Service
public final class ApiScopeCompleter implements Completer {
    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter codes = new StringsCompleter();
        for (ApiScope scope : ApiScope.values()) {
            codes.getStrings().add(scope.code());
        }
        return codes.complete(session, line, candidates);
    }
}
