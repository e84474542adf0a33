package org.liaison.platform.internal.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.liaison.platform.internal.store.Settings;
import org.ops4j.pax.jdbc.pool.common.PooledDataSourceFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the one pooled XA data source {@code liaison} of the platform, and the owner's beside it, as soon as the database
 * answers to both. While it is away nothing starts and this keeps trying.
 */
@Component(
        service = DataSources.class,
        immediate = true,
        configurationPid = {Settings.PID, DatabaseSettings.PID},
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DataSources {
    private static final Logger LOG = LoggerFactory.getLogger(DataSources.class);
    private static final long AGAIN_MS = 2_000;

    private final BundleContext context;
    private final DataSource pool;
    private final int connections;
    private final Owner owner;
    private final ScheduledThreadPoolExecutor worker =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "liaison-database"));
    private final List<ServiceRegistration<?>> published = new ArrayList<>();
    private boolean away;

    @Activate
    public DataSources(
            BundleContext context,
            Settings platform,
            DatabaseSettings settings,
            @Reference(target = Dialect.Drivers.DERBY) DataSourceFactory derby,
            @Reference(target = Dialect.Drivers.POSTGRESQL) DataSourceFactory postgresql,
            @Reference(target = "(&(pool=dbcp2)(xa=true))") PooledDataSourceFactory pools)
            throws SQLException {
        this.context = context;
        connections = settings.connections();
        if (settings.url().isBlank()) {
            Properties place =
                    properties("url", "jdbc:derby:" + Path.of(platform.data(), "db", "liaison") + ";create=true");
            place.put("user", "app");
            pool = pools.create(derby, pooled(place, Dialect.DERBY, settings));
            owner = new Owner(derby.createDataSource(place), null);
        } else {
            Properties runtime = server(settings.url(), settings.user(), settings.passwordFile());
            // a lock or statement that takes longer fails the one request instead of holding a connection for all
            runtime.put("socketTimeout", "90");
            runtime.put("options", "-c lock_timeout=5s -c statement_timeout=60s");
            pool = pools.create(postgresql, pooled(runtime, Dialect.POSTGRESQL, settings));
            Properties owning = server(settings.url(), settings.owner(), settings.ownerPasswordFile());
            owner = new Owner(postgresql.createDataSource(owning), settings.user());
        }
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        worker.schedule(this::open, 0, TimeUnit.MILLISECONDS);
    }

    private static Properties server(String url, String user, String passwordFile) {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new IllegalStateException("the database's url is not of the form jdbc:postgresql://host:port/name");
        }
        Properties place = properties("url", url);
        place.put("user", user);
        if (!passwordFile.isBlank()) {
            place.put("password", PasswordFile.read(Path.of(passwordFile)));
        }
        place.put("ApplicationName", "liaison");
        place.put("connectTimeout", "5");
        place.put("tcpKeepAlive", "true");
        return place;
    }

    private static Properties pooled(Properties place, Dialect dialect, DatabaseSettings settings) {
        Properties pooled = new Properties();
        pooled.putAll(place);
        pooled.putAll(Map.of(
                "dataSourceName", "liaison",
                "pool.maxTotal", String.valueOf(settings.connections()),
                "pool.maxIdle", String.valueOf(settings.connections()),
                "pool.minIdle", "2",
                "pool.maxWaitMillis", "10000",
                "pool.testOnBorrow", "true",
                "factory.validationQuery", dialect.probe()));
        return pooled;
    }

    private static Properties properties(String key, String value) {
        Properties properties = new Properties();
        properties.put(key, value);
        return properties;
    }

    private void open() {
        try {
            try (Connection owning = owner.source().getConnection()) {
                probe(owning, "");
            }
            fill(connections);
        } catch (SQLException e) {
            if (!away) {
                LOG.warn("the database does not answer, trying on: {}", e.getMessage());
            }
            away = true;
            again();
            return;
        }
        if (away) {
            LOG.info("the database answers");
        }
        publish();
    }

    private void again() {
        if (!worker.isShutdown()) {
            worker.schedule(this::open, AGAIN_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void publish() {
        if (!worker.isShutdown()) {
            Hashtable<String, Object> name = new Hashtable<>(Map.of("osgi.jndi.service.name", "liaison"));
            published.add(context.registerService(DataSource.class, pool, name));
            published.add(context.registerService(Owner.class, owner, null));
        }
    }

    // All connections are opened here: Derby's parser keeps the stack trace of its making as long as its connection
    // lives, and with it the class loader of whatever bundle first had a statement compiled on it, long after that
    // bundle was replaced.
    private void fill(int left) throws SQLException {
        if (left > 0) {
            try (Connection held = pool.getConnection()) {
                // a text of its own: a statement in the cache would not be compiled
                probe(held, " -- connection " + left);
                fill(left - 1);
            }
        }
    }

    private static void probe(Connection connection, String comment) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Dialect.of(connection).probe() + comment);
        }
    }

    // Never interrupted: an interrupt in the middle of a statement would close the embedded database's files.
    @Deactivate
    void close() throws Exception {
        worker.shutdown();
        worker.awaitTermination(30, TimeUnit.SECONDS);
        published.forEach(ServiceRegistration::unregister);
        ((AutoCloseable) pool).close();
    }
}
