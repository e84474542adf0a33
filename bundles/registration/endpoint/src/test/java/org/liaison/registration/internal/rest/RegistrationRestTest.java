package org.liaison.registration.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.MalformedURLException;
import java.net.URL;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.web.Publication;
import org.liaison.platform.web.Publisher;
import org.liaison.platform.web.RestApi;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Certificates;
import org.liaison.registration.api.CodeLists;
import org.liaison.registration.api.Offices;
import org.liaison.registration.api.Papers;
import org.liaison.registration.api.Statistics;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.mockito.Mock;
import org.mockito.junit.MockitoJUnit;
import org.mockito.junit.MockitoRule;
import org.mockito.quality.Strictness;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

public class RegistrationRestTest {
    @Rule
    public MockitoRule rule = MockitoJUnit.rule().strictness(Strictness.STRICT_STUBS);

    @Mock
    private Publisher publisher;

    @Mock
    private Publication publication;

    @Mock
    private BundleContext context;

    @Mock
    private Bundle bundle;

    @Captor
    private ArgumentCaptor<RestApi> published;

    private URL openapi;

    @Before
    public void before() throws MalformedURLException {
        openapi = new URL("file:/rest-api/registration-v1.json");
        when(context.getBundle()).thenReturn(bundle);
        when(bundle.getEntry("rest-api/registration-v1.json")).thenReturn(openapi);
        when(publisher.publish(any(RestApi.class))).thenReturn(publication);
    }

    @Test
    public void publishesAllOnOneServer() {
        new RegistrationRest(
                context,
                publisher,
                mock(Offices.class),
                mock(Applications.class),
                mock(Papers.class),
                mock(Certificates.class),
                mock(CodeLists.class),
                mock(Statistics.class));

        verify(publisher).publish(published.capture());
        assertThat(published.getValue().address()).isEqualTo("/api/registration/v1");
        assertThat(published.getValue().openapi()).isEqualTo(openapi);
        assertThat(published.getValue().resources())
                .hasExactlyElementsOfTypes(
                        OfficesResource.class,
                        ApplicationsResource.class,
                        FilesResource.class,
                        IdentityNumbersResource.class,
                        StepsResource.class,
                        PapersResource.class,
                        CertificatesResource.class,
                        CertificatePapersResource.class,
                        CodesResource.class,
                        FiguresResource.class);
    }

    @Test
    public void takesItOffTheWeb_whenItEnds() {
        new RegistrationRest(
                        context,
                        publisher,
                        mock(Offices.class),
                        mock(Applications.class),
                        mock(Papers.class),
                        mock(Certificates.class),
                        mock(CodeLists.class),
                        mock(Statistics.class))
                .close();

        verify(publication).close();
    }
}
