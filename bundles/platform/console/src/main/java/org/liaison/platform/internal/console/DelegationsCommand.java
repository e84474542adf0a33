package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.account.Delegation;

/** {@code platform:delegations}: what one gave and took; the auditor sees all. */
@Service
@Command(scope = "platform", name = "delegations", description = "委托和受托的记录，新的在前")
public final class DelegationsCommand extends DelegationAction {
    @Option(name = "--limit", description = "行数，1至200")
    int limit = PageRequest.DEFAULT;

    @Option(name = "--after", description = "从上一页给出的位置继续")
    String after;

    @Override
    void run(PrintStream out) {
        Page<Delegation> page = there(delegations).list(caller(), new PageRequest(limit, after));
        print(
                out,
                page,
                one -> new String[] {
                    one.id(),
                    one.giver(),
                    one.role() + "@" + one.scope(),
                    one.taker(),
                    one.from().toString(),
                    one.until().toString(),
                    one.endedAt() == null ? "" : one.endedAt().toString()
                },
                "编号",
                "委托人",
                "身份",
                "受托人",
                "第一日",
                "最后一日",
                "终止");
    }
}
