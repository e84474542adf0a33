package org.liaison.platform.api;

import org.liaison.platform.api.workflow.Labelled;

/**
 * Role of a person or program (角色), domain page 6.1. Each role has one home reach: how far a right given to that role
 * extends.
 */
public enum Role implements Labelled {
    /** Bureau clerk (经办人). */
    CLK("经办人", Reach.ALL),
    /** Bureau reviewer (审核人). */
    REV("审核人", Reach.ALL),
    /** Bureau leader, approver (局领导). */
    LDR("局领导", Reach.ALL),
    /** Party supervisor (党建督导员). */
    PSU("党建督导员", Reach.ALL),
    /** Inspector (检查员). */
    INS("检查员", Reach.TASK),
    /** Office filer (填报员). */
    FIL("填报员", Reach.OFFICE),
    /** Office head (负责人). */
    HED("负责人", Reach.OFFICE),
    /** Viewer of the dispatching government (派出地查看). */
    DGV("派出地查看", Reach.DISPATCHER),
    /** Legacy system account (旧系统账户), made as {@link LegacyAccounts} alone. */
    LEG("旧系统账户", Reach.ALL),
    /** Platform operator (平台运维), no business rights. */
    OPS("平台运维", Reach.ALL),
    /** Security administrator (安全管理员): accounts and policies, no business data. */
    SEC("安全管理员", Reach.ALL),
    /** Auditor (审计员): reads everything, changes nothing. */
    AUD("审计员", Reach.ALL),
    /** The platform itself: timers and jobs; never bound to an account. */
    SYS("系统", Reach.ALL),
    /** Anybody without login (公众); never bound to an account. */
    PUB("公众", Reach.ALL);

    private final String label;
    private final Reach reach;

    Role(String label, Reach reach) {
        this.label = label;
        this.reach = reach;
    }

    /** Whether a person may be given it; a legacy system has an account of its own kind. */
    public boolean bindable() {
        return this != LEG && this != SYS && this != PUB;
    }

    /** The Chinese name of the role, as people read it. */
    @Override
    public String label() {
        return label;
    }

    /** How far a right of this role extends unless a table row says less. */
    public Reach reach() {
        return reach;
    }

    /** How far a right extends: everything, one's own office, one's own dispatcher, an assigned task. */
    public enum Reach {
        ALL,
        OFFICE,
        DISPATCHER,
        TASK
    }
}
