package org.liaison.platform.internal.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.after;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.Test;
import org.liaison.platform.internal.store.Settings;
import org.ops4j.pax.jdbc.pool.common.PooledDataSourceFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.jdbc.DataSourceFactory;

public class DataSourcesTest {
    private static final int CAP_MS = 20_000;
    private static final int CONNECTIONS = 3;

    private final BundleContext context = mock(BundleContext.class);
    private final DataSource pool = mock(DataSource.class, withSettings().extraInterfaces(AutoCloseable.class));
    private final DataSource owner = mock(DataSource.class);
    private final DataSourceFactory derby = mock(DataSourceFactory.class);
    private final DataSourceFactory postgresql = mock(DataSourceFactory.class);
    private final PooledDataSourceFactory pools = mock(PooledDataSourceFactory.class);
    private final Connection connection = mock(Connection.class, RETURNS_DEEP_STUBS);
    private final ServiceRegistration<?> registration = mock(ServiceRegistration.class);

    private DataSources start(String url) throws Exception {
        Settings platform = mock(Settings.class);
        when(platform.data()).thenReturn("data");
        DatabaseSettings settings = mock(DatabaseSettings.class);
        when(settings.url()).thenReturn(url);
        when(settings.connections()).thenReturn(CONNECTIONS);
        when(settings.user()).thenReturn("app");
        when(settings.owner()).thenReturn("owner");
        when(settings.passwordFile()).thenReturn("");
        when(settings.ownerPasswordFile()).thenReturn("");
        when(pools.create(any(), any())).thenReturn(pool);
        when(derby.createDataSource(any())).thenReturn(owner);
        when(postgresql.createDataSource(any())).thenReturn(owner);
        when(pool.getConnection()).thenReturn(connection);
        when(connection.getMetaData().getDatabaseProductName()).thenReturn("PostgreSQL");
        org.mockito.Mockito.doReturn(registration)
                .when(context)
                .registerService(eq(DataSource.class), any(DataSource.class), any());
        org.mockito.Mockito.doReturn(registration)
                .when(context)
                .registerService(eq(Owner.class), any(Owner.class), any());
        return new DataSources(context, platform, settings, derby, postgresql, pools);
    }

    @Test
    public void sources_appearWhenTheDatabaseIsBack_andActivationNeverWaits() throws Exception {
        when(owner.getConnection()).thenThrow(new SQLException("away", "08001")).thenReturn(connection);
        DataSources sources = start("jdbc:postgresql://127.0.0.1:5432/liaison");
        verify(owner, timeout(CAP_MS)).getConnection();
        verify(context, never()).registerService(eq(DataSource.class), any(DataSource.class), any());
        verify(context, timeout(CAP_MS)).registerService(eq(DataSource.class), eq(pool), any());
        verify(context, timeout(CAP_MS)).registerService(eq(Owner.class), any(Owner.class), any());
        verify(pool, times(CONNECTIONS)).getConnection();
        sources.close();
        verify(registration, atLeastOnce()).unregister();
        verify((AutoCloseable) pool).close();
    }

    @Test
    public void nothingIsTriedOn_whenItIsStoppedWhileTheDatabaseIsAway() throws Exception {
        when(owner.getConnection()).thenThrow(new SQLException("away", "08001"));
        DataSources sources = start("jdbc:postgresql://127.0.0.1:5432/liaison");
        verify(owner, timeout(CAP_MS)).getConnection();
        sources.close();
        verify(owner, after(2_500)).getConnection();
    }

    @Test
    public void anotherServer_isRefused() {
        assertThatThrownBy(() -> start("jdbc:mysql://127.0.0.1/liaison")).isInstanceOf(IllegalStateException.class);
    }
}
