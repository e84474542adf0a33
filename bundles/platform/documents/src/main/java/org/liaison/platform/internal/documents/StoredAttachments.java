package org.liaison.platform.internal.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import javax.transaction.TransactionManager;
import org.liaison.platform.api.Attachment;
import org.liaison.platform.api.Attachments;
import org.liaison.platform.api.DataKeys;
import org.liaison.platform.api.DataKeys.Wrapped;
import org.liaison.platform.api.EncryptedRows;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Unit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

/** Attachments: the content in the file store, the row in the transaction of its owner. */
@Component(
        service = {Attachments.class, EncryptedRows.class},
        configurationPid = Settings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class StoredAttachments implements Attachments, EncryptedRows {
    static final long MAX_CASE = 200L * 1024 * 1024;
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final DataSource source;
    private final TransactionManager transactions;
    private final FileStore files;
    private final DataKeys keys;

    @Activate
    public StoredAttachments(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference TransactionManager transactions,
            @Reference(target = "(schema=documents)") Migrated migrated,
            @Reference(target = "(ring=attachments)") DataKeys keys,
            Settings settings)
            throws IOException {
        this(source, transactions, new FileStore(Path.of(settings.data(), "files"), keys), keys);
        sweep(Instant.now().minus(ABANDONED));
    }

    StoredAttachments(DataSource source, TransactionManager transactions, FileStore files, DataKeys keys) {
        this.source = source;
        this.transactions = transactions;
        this.files = files;
        this.keys = keys;
    }

    /** Deletes what came in before the given time and never got a row: its act did not commit. */
    void sweep(Instant before) throws IOException {
        files.sweep(before).stream().filter(id -> !hasRow(id)).forEach(files::delete);
    }

    @Override
    public Staged stage(InputStream content, String fileName) {
        return files.stage(content, fileName);
    }

    @Override
    public Attachment keep(Unit unit, Staged staged, String ownerType, String ownerId, String officeId, String kind) {
        Attachment file = new Attachment(
                staged.id(),
                ownerType,
                ownerId,
                officeId,
                kind,
                staged.fileName(),
                staged.size(),
                staged.sha256(),
                staged.mediaType(),
                unit.caller().account(),
                unit.now());
        return withConnection(connection -> {
            if (AttachmentTable.size(connection, ownerType, ownerId) + staged.size() > MAX_CASE) {
                throw new Invalid("file", "CASE_TOO_LARGE", "一件业务的附件合计不得超过200MB");
            }
            insert(connection, file, staged.key());
            return file;
        });
    }

    // Looked at again after the insert: a rotation that came between waits for this transaction from here on, and
    // must find no row under the old key.
    private void insert(Connection connection, Attachment file, Wrapped staged) throws SQLException {
        Wrapped key = keys.renew(staged, file.id());
        AttachmentTable.insert(connection, file, key);
        Wrapped now = keys.renew(key, file.id());
        if (!now.equals(key)) {
            AttachmentTable.rewrap(connection, file.id(), key, now);
        }
    }

    @Override
    public void discard(Staged staged) {
        if (!hasRow(staged.id())) {
            files.delete(staged.id());
        }
    }

    @Override
    public List<Attachment> of(String ownerType, String ownerId) {
        return withConnection(connection -> AttachmentTable.of(connection, ownerType, ownerId));
    }

    @Override
    public void remove(Unit unit, String id) {
        if (!withConnection(connection -> AttachmentTable.delete(connection, id))) {
            throw new NotFound();
        }
        try {
            transactions.getTransaction().registerSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // the content goes only when the row is gone
                }

                @Override
                public void afterCompletion(int status) {
                    if (status == Status.STATUS_COMMITTED) {
                        files.delete(id);
                    }
                }
            });
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream open(String id) {
        Wrapped key = key(id);
        try {
            return files.open(id, key);
        } catch (DataKeys.Unreadable e) {
            // read before a rotation wrapped it anew, unwrapped after that disabled the old key
            Wrapped now = key(id);
            if (now.equals(key)) {
                throw FileStore.damaged(id, e);
            }
            return files.open(id, now);
        }
    }

    private Wrapped key(String id) {
        Wrapped key = withConnection(connection -> AttachmentTable.key(connection, id));
        if (key == null) {
            throw new NotFound();
        }
        return key;
    }

    @Override
    public String ring() {
        return "attachments";
    }

    @Override
    public String label() {
        return "附件";
    }

    @Override
    public Map<String, Long> byKey() {
        return withConnection(AttachmentTable::byKey);
    }

    @Override
    public int renew(String keyId, int most) {
        return withConnection(connection -> {
            Map<String, Wrapped> rows = AttachmentTable.under(connection, keyId, most);
            for (Map.Entry<String, Wrapped> row : rows.entrySet()) {
                Wrapped now = keys.renew(row.getValue(), row.getKey());
                AttachmentTable.rewrap(connection, row.getKey(), row.getValue(), now);
            }
            return rows.size();
        });
    }

    @Override
    public boolean unused(Collection<String> keyIds) {
        return withConnection(connection -> {
            AttachmentTable.fence(connection);
            return AttachmentTable.byKey(connection).keySet().stream().noneMatch(keyIds::contains);
        });
    }

    private boolean hasRow(String id) {
        return withConnection(connection -> AttachmentTable.has(connection, id));
    }

    private <T> T withConnection(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            // the door maps the cause
            throw new IllegalStateException(e);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
