package org.liaison.platform.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.liaison.platform.api.Migrated;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Transactions of the container: the managed pool gives every user within one transaction the same connection. */
@Component(service = Database.class)
public final class JtaDatabase implements Database {
    private static final int TIMEOUT_SECONDS = 60;
    private final DataSource source;
    private final TransactionManager transactions;

    @Activate
    public JtaDatabase(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference TransactionManager transactions,
            @Reference(target = "(schema=platform)") Migrated migrated) {
        this.source = source;
        this.transactions = transactions;
    }

    @Override
    public Connection open() throws SQLException {
        return source.getConnection();
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        try {
            if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
                throw new IllegalStateException("a transaction is already running on this thread");
            }
            transactions.setTransactionTimeout(TIMEOUT_SECONDS);
            transactions.begin();
            return finish(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new TransactionFailed(e);
        }
    }

    private <T> T finish(Supplier<T> work) throws Exception {
        T result;
        try {
            result = work.get();
        } catch (Throwable failure) {
            rollback(failure);
            throw failure;
        }
        // a transaction that somebody marked for rollback makes commit() throw, as it must
        transactions.commit();
        return result;
    }

    private void rollback(Throwable failure) {
        try {
            transactions.rollback();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public <T> T apart(Supplier<T> work) {
        try {
            Transaction outer = transactions.suspend();
            try {
                return work.get();
            } finally {
                if (outer != null) {
                    transactions.resume(outer);
                }
            }
        } catch (SystemException | javax.transaction.InvalidTransactionException e) {
            throw new TransactionFailed(e);
        }
    }
}
