package org.liaison.platform.internal.console;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.account.Delegation;
import org.liaison.platform.api.account.Delegations;

/** What the commands about delegations share. */
abstract class DelegationAction extends ActingAction {
    @Reference(optional = true)
    Delegations delegations;

    @Reference(optional = true)
    Operations operations;

    /** Asks the gate as the act itself would. */
    final String checked(Caller caller, String operation, String text) {
        return there(operations).read(caller, "platform.delegation." + operation, own -> text);
    }

    static String line(Delegation one) {
        return "委托 " + one.id() + "：" + one.giver() + " " + one.role() + "@" + one.scope() + " 委托 " + one.taker() + "，"
                + one.from() + " 至 " + one.until() + (one.endedAt() == null ? "" : "，已终止");
    }
}
