package org.liaison.platform.internal.documents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.api.Attachment;

/** The rows of kept files. Stateless; the connection joins the transaction of its thread, if there is one. */
final class AttachmentTable {
    private AttachmentTable() {}

    static void insert(Connection connection, Attachment file) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO documents.attachment (id, owner_type, owner_id, office_id, kind, file_name, bytes, sha256,"
                        + " media_type, uploaded_by, uploaded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
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

    static boolean delete(Connection connection, String id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM documents.attachment WHERE id = ?")) {
            delete.setString(1, id);
            return delete.executeUpdate() == 1;
        }
    }
}
