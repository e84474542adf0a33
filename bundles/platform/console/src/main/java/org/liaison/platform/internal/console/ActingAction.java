package org.liaison.platform.internal.console;

import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;

/** A command in which the operator chooses what to act as. */
abstract class ActingAction extends PlatformAction {
    @Option(name = "--office", description = "以哪个身份办理：角色、办事机构编号，或“角色@范围”")
    String office;

    @Reference(optional = true)
    Callers callers;

    final Caller caller() {
        return caller(callers, office);
    }
}
