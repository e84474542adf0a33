package org.liaison.registration.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.rules.ExternalResource;

/** A database in memory with this bundle's changelog run on it, and a template with local transactions. */
public final class RegistrationDatabase extends ExternalResource implements JpaTemplate {
    private final String name = "memory:registration-" + UUID.randomUUID();
    private final String url = "jdbc:derby:" + name;
    // a nested call joins the running transaction, as it does under JTA
    private EntityManager running;

    // The changelog runs once a JVM; every test starts from a copy.
    private static final class Migrated {
        static final Path COPY = make();

        private static Path make() {
            try (Connection connection = DriverManager.getConnection("jdbc:derby:memory:registration;create=true");
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA registration");
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                ((DerbyDatabase) database).setShutdownEmbeddedDerby(false);
                new Liquibase("db/registration.xml", new ClassLoaderResourceAccessor(), database)
                        .update(new Contexts());
                connection.setAutoCommit(true);
                Path folder = Files.createTempDirectory(Path.of("target"), "migrated");
                statement.execute("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE('" + folder + "')");
                return folder.resolve("registration");
            } catch (SQLException | LiquibaseException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    // So are the entities read once a JVM: the one factory is pointed at the database of the test that runs.
    private static final class Entities {
        static final EmbeddedDataSource SOURCE = new EmbeddedDataSource();
        static final Statements STATEMENTS = new Statements();
        static final EntityManagerFactory FACTORY = make();

        private static EntityManagerFactory make() {
            return Persistence.createEntityManagerFactory(
                    "registration",
                    Map.of(
                            "javax.persistence.transactionType", "RESOURCE_LOCAL",
                            "javax.persistence.jtaDataSource", "",
                            "javax.persistence.nonJtaDataSource", STATEMENTS.of(SOURCE),
                            "eclipselink.target-database", "Derby",
                            "eclipselink.logging.level", "WARNING"));
        }
    }

    @Override
    protected void before() throws Exception {
        DriverManager.getConnection(url + ";createFrom=" + Migrated.COPY).close();
        Entities.SOURCE.setDatabaseName(name);
    }

    @Override
    protected void after() {
        try {
            DriverManager.getConnection(url + ";drop=true").close();
        } catch (SQLException dropped) {
            // Derby answers so when it has dropped the database
        }
    }

    /** A connection of its own, for tests that write in parallel. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** The statements that some work sent to the database, in their order, without parameters. */
    public List<String> statements(Runnable work) {
        return Entities.STATEMENTS.during(work);
    }

    /** Rows a native query counts. */
    public long count(String sql) {
        return read(manager -> ((Number) manager.createNativeQuery(sql).getSingleResult()).longValue());
    }

    /** Changes rows behind the back of the services. */
    public void execute(String sql) {
        tx(TransactionType.Required, manager -> manager.createNativeQuery(sql).executeUpdate());
    }

    private <R> R read(Function<EntityManager, R> work) {
        EntityManager manager = Entities.FACTORY.createEntityManager();
        try {
            return work.apply(manager);
        } finally {
            manager.close();
        }
    }

    @Override
    public <R> R txExpr(TransactionType type, EmFunction<R> code) {
        if (running != null) {
            return code.apply(running);
        }
        return read(manager -> {
            if (type == TransactionType.Supports) {
                return code.apply(manager);
            }
            manager.getTransaction().begin();
            running = manager;
            try {
                R result = code.apply(manager);
                manager.getTransaction().commit();
                return result;
            } finally {
                running = null;
                if (manager.getTransaction().isActive()) {
                    manager.getTransaction().rollback();
                }
            }
        });
    }

    @Override
    public void tx(TransactionType type, EmConsumer code) {
        txExpr(type, manager -> {
            code.accept(manager);
            return null;
        });
    }

    @Override
    public <R> R txExpr(EmFunction<R> code) {
        return txExpr(TransactionType.Required, code);
    }

    @Override
    public void tx(EmConsumer code) {
        tx(TransactionType.Required, code);
    }
}
