package org.liaison.platform.internal.store;

/** The transaction manager could not commit; the cause says why. */
public final class TransactionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TransactionFailed(Throwable cause) {
        super(cause);
    }
}
