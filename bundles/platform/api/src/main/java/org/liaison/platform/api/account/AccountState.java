package org.liaison.platform.api.account;

import org.liaison.platform.api.workflow.Labelled;

/** State of an account (账户状态), domain page 3.11. Its REQUESTED is a {@link RequestState}: until then there is no account. */
public enum AccountState implements Labelled {
    ACTIVE("正常"),
    /** Kept out for safety's sake, e.g. after guesses at its password. */
    LOCKED("已锁定"),
    /** Kept out while its person is away or under review. */
    SUSPENDED("已停用"),
    CLOSED("已注销");

    private final String label;

    AccountState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
