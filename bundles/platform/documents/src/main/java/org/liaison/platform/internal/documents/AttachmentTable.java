package org.liaison.platform.internal.documents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liaison.platform.api.Attachment;
import org.liaison.platform.api.DataKeys.Wrapped;

/** The rows of kept files. Stateless; the connection joins the transaction of its thread, if there is one. */
final class AttachmentTable {
    private AttachmentTable() {}

    static void insert(Connection connection, Attachment file, Wrapped key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO documents.attachment (id, owner_type, owner_id, office_id, kind, file_name, bytes, sha256,"
                        + " media_type, uploaded_by, uploaded_at, key_id, wrapped_key)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, file.id());
            insert.setString(2, file.ownerType());
            insert.setString(3, file.ownerId());
            insert.setString(4, file.officeId());
            insert.setString(5, file.kind());
            insert.setString(6, file.fileName());
            insert.setLong(7, file.size());
            insert.setString(8, file.sha256());
            insert.setString(9, file.mediaType());
            insert.setString(10, file.uploadedBy());
            insert.setString(11, file.uploadedAt().toString());
            insert.setString(12, key.keyId());
            insert.setString(13, key.text());
            insert.executeUpdate();
        }
    }

    static List<Attachment> of(Connection connection, String ownerType, String ownerId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, office_id, kind, file_name, bytes, sha256, media_type, uploaded_by, uploaded_at"
                        + " FROM documents.attachment WHERE owner_type = ? AND owner_id = ? ORDER BY uploaded_at, id")) {
            select.setString(1, ownerType);
            select.setString(2, ownerId);
            List<Attachment> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Attachment(
                            row.getString(1),
                            ownerType,
                            ownerId,
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            Instant.parse(row.getString(9))));
                }
            }
            return found;
        }
    }

    static long size(Connection connection, String ownerType, String ownerId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT COALESCE(SUM(bytes), 0) FROM documents.attachment WHERE owner_type = ? AND owner_id = ?")) {
            select.setString(1, ownerType);
            select.setString(2, ownerId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static boolean has(Connection connection, String id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM documents.attachment WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The wrapped data key of a file; null when there is no such row. */
    static Wrapped key(Connection connection, String id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT key_id, wrapped_key FROM documents.attachment WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Wrapped(row.getString(1), row.getString(2)) : null;
            }
        }
    }

    /** The first files, by id, whose data key stands under a master key. */
    static Map<String, Wrapped> under(Connection connection, String keyId, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, wrapped_key FROM documents.attachment WHERE key_id = ? ORDER BY id")) {
            select.setString(1, keyId);
            select.setMaxRows(most);
            Map<String, Wrapped> found = new LinkedHashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), new Wrapped(keyId, row.getString(2)));
                }
            }
            return found;
        }
    }

    static void rewrap(Connection connection, String id, Wrapped before, Wrapped after) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE documents.attachment SET key_id = ?, wrapped_key = ? WHERE id = ? AND key_id = ?")) {
            update.setString(1, after.keyId());
            update.setString(2, after.text());
            update.setString(3, id);
            update.setString(4, before.keyId());
            update.executeUpdate();
        }
    }

    static Map<String, Long> byKey(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT key_id, COUNT(*) FROM documents.attachment GROUP BY key_id");
                ResultSet row = select.executeQuery()) {
            Map<String, Long> found = new LinkedHashMap<>();
            while (row.next()) {
                found.put(row.getString(1), row.getLong(2));
            }
            return found;
        }
    }

    /** Waits for the writers of open transactions and keeps new ones out until the running one ends. */
    static void fence(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("LOCK TABLE documents.attachment IN SHARE MODE")) {
            lock.executeUpdate();
        }
    }

    static boolean delete(Connection connection, String id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM documents.attachment WHERE id = ?")) {
            delete.setString(1, id);
            return delete.executeUpdate() == 1;
        }
    }
}
