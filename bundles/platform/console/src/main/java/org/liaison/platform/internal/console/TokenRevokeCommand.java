package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.AccessTokens;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.console.JsonText;

/** {@code platform:token-revoke}: ends somebody's access token. */
@Service
@Command(scope = "platform", name = "token-revoke", description = "撤销一个访问令牌")
public final class TokenRevokeCommand extends PlatformAction {
    @Argument(index = 0, name = "id", required = true, description = "令牌编号，见 platform:token-list")
    String id;

    @Option(name = "--dry-run", description = "只检查，不撤销")
    boolean dryRun;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    AccessTokens tokens;

    @Override
    void run(PrintStream out) {
        Caller caller = caller(callers);
        if (dryRun) {
            boolean there = there(tokens).list(caller, null).stream()
                    .anyMatch(one -> one.id().equals(id));
            out.println(there ? "检查通过，未撤销：" + id : "没有此令牌");
            return;
        }
        there(tokens).revoke(caller, id);
        out.println(json ? JsonText.of(new Revoked(id)) : "已撤销：" + id);
    }

    /** What a script gets. */
    public record Revoked(String id) {}
}
