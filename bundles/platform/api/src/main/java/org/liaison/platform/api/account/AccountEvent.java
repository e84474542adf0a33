package org.liaison.platform.api.account;

import org.liaison.platform.api.workflow.Labelled;

/** What happens to an account (账户动作), domain page 3.11. */
public enum AccountEvent implements Labelled {
    CREATE("建立"),
    GRANT_ROLE("授予角色"),
    END_ROLE("终止角色"),
    LOCK("锁定"),
    UNLOCK("解锁"),
    SUSPEND("停用"),
    RESUME("恢复"),
    CLOSE("注销");

    private final String label;

    AccountEvent(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
