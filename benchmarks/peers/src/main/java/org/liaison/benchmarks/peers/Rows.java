package org.liaison.benchmarks.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Channel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every peer does in a request: log in through the platform's login, read the rows by plain JDBC, give the bytes. */
@Component(service = Rows.class)
public final class Rows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Callers callers;
    private final DataSource source;
    private final Map<String, Recorded> recorded = new ConcurrentHashMap<>();

    @Activate
    public Rows(@Reference Callers callers, @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source) {
        this.callers = callers;
        this.source = source;
    }

    void record(String name, byte[] json) throws IOException {
        recorded.put(name, JSON.readValue(json, Recorded.class));
    }

    /** @param authorization the header of HTTP Basic */
    boolean login(String authorization, Channel channel) {
        String[] pair = new String(
                        Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8)
                .split(":", 2);
        return callers.login(pair[0], pair[1].toCharArray(), channel, "127.0.0.1", null)
                .map(Caller::account)
                .isPresent();
    }

    String answer(String name) {
        Recorded read = recorded.get(name);
        try (Connection connection = source.getConnection()) {
            for (Recorded.Statement statement : read.statements()) {
                read(connection, statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return read.answer();
    }

    private static void read(Connection connection, Recorded.Statement statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (int i = 0; i < statement.values().size(); i++) {
                prepared.setString(i + 1, statement.values().get(i));
            }
            try (ResultSet rows = prepared.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        rows.getString(i);
                    }
                }
            }
        }
    }
}
