package org.liaison.platform.internal.notices;

/** A way out of the platform (发送渠道), with the column of the address it needs. */
enum Way {
    MAIL("email"),
    SMS("mobile");

    private final String column;

    Way(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
