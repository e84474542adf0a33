package org.liaison.registration.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.activation.DataHandler;
import javax.xml.namespace.QName;
import javax.xml.ws.Holder;
import javax.xml.ws.WebServiceException;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.web.SoapCalls;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeStatus;
import org.liaison.registration.api.Offices;
import org.liaison.registration.api.OpenedOffice;
import org.liaison.registration.api.PaperKind;
import org.liaison.registration.api.Papers;
import org.liaison.registration.api.Review;
import org.liaison.registration.internal.soap.wire.Dispatcher;
import org.liaison.registration.internal.soap.wire.DocumentKind;
import org.liaison.registration.internal.soap.wire.Registration;

/** The port behind the packed contract, reached by a client over the wire format, schema validation on. */
public class PublishedContractTest {
    private static final String NAMESPACE = "urn:liaison:registration:v1";
    private static final String ADDRESS = "local://registration";

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final Offices offices = mock(Offices.class);
    private final Applications applications = mock(Applications.class);
    private final Papers papers = mock(Papers.class);
    private final Caller caller = new Caller("clk", "张", List.of(), null, Channel.SOAP, "127.0.0.1");
    private Bus bus;
    private Server server;
    private Registration client;

    @Before
    public void before() {
        bus = BusFactory.newInstance().createBus();
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress(ADDRESS);
        factory.setTransportId("http://cxf.apache.org/transports/local");
        factory.setServiceClass(Registration.class);
        factory.setServiceBean(new RegistrationPort(
                offices,
                applications,
                null,
                papers,
                new Uploads(temporary.getRoot().toPath(), new NamedKeys()),
                new Door()));
        factory.setWsdlURL(
                Path.of("target/classes/wsdl/registration-v1.wsdl").toUri().toString());
        factory.setServiceName(new QName(NAMESPACE, "RegistrationService"));
        factory.setEndpointName(new QName(NAMESPACE, "RegistrationPort"));
        factory.setProperties(Map.of("schema-validation-enabled", "IN"));
        factory.getInInterceptors().add(new LoggedIn());
        server = factory.create();

        JaxWsProxyFactoryBean proxy = new JaxWsProxyFactoryBean();
        proxy.setBus(bus);
        proxy.setAddress(ADDRESS);
        proxy.setTransportId("http://cxf.apache.org/transports/local");
        proxy.setServiceClass(Registration.class);
        client = (Registration) proxy.create();
    }

    @After
    public void after() {
        server.destroy();
        bus.shutdown(true);
    }

    @Test
    public void opensAnOffice_whenTheClientSpeaksTheContract() throws Exception {
        Office office =
                new Office("5", 1, null, "甲驻济南办事处", "2", "甲市人民政府", "370100", OfficeStatus.UNREGISTERED, null, null);
        when(offices.open(eq(caller), any(), eq("k"))).thenReturn(new OpenedOffice(office, "hed", null));
        Holder<String> account = new Holder<>("hed");
        Holder<org.liaison.registration.internal.soap.wire.Office> opened = new Holder<>();
        Holder<String> password = new Holder<>();

        client.openOffice(
                "甲驻济南办事处", "370100", new Dispatcher(), "甲函〔2026〕1号", null, account, null, "k", opened, password);

        assertThat(opened.value.getStatusLabel()).isEqualTo("未登记");
        assertThat(account.value).isEqualTo("hed");
        assertThat(password.value).isNull();
    }

    @Test
    public void formArrivesAsSent_whenEverySampleIsPut() throws Exception {
        ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        when(applications.putForm(eq(caller), eq("7"), eq(2L), any(), eq("k")))
                .thenAnswer(put -> draft(put.getArgument(3)));
        try (InputStream in = getClass().getResourceAsStream("/sample-applications.json")) {
            for (JsonNode sample : json.readTree(in)) {
                Form form = json.treeToValue(sample.get("form"), Form.class);

                var answer = client.putForm("7", 2, new GeneratedBeans().toBean(form), "k");

                verify(applications).putForm(caller, "7", 2, form, "k");
                assertThat(new GeneratedBeans().toRecord(answer.getForm())).isEqualTo(form);
            }
        }
    }

    @Test
    public void fileArrivesWhole_whenItIsSentInTheEnvelope() throws Exception {
        when(applications.addFile(eq(caller), eq("7"), eq(2L), eq("M1"), eq("公函.pdf"), any(), eq("k")))
                .thenAnswer(add -> {
                    assertThat(((InputStream) add.getArgument(5)).readAllBytes())
                            .containsExactly(1, 2, 3);
                    return draft(null);
                });

        DataHandler content = new DataHandler(new OpenedFile("公函.pdf", new ByteArrayInputStream(new byte[] {1, 2, 3})));
        assertThat(client.addFile("7", 2, "M1", "公函.pdf", content, "k").getState())
                .isEqualTo("DRAFT");
    }

    @Test
    public void documentArrivesWhole_whenRoundAndReasonAreLeftOut() throws Exception {
        byte[] pdf = "%PDF-1.7 内容".getBytes(StandardCharsets.UTF_8);
        when(papers.print(caller, "7", PaperKind.CORRECTION, null, null))
                .thenReturn(new Papers.Paper("甲-一次性补正告知书.pdf", pdf.length, new ByteArrayInputStream(pdf)));
        Holder<String> name = new Holder<>();
        Holder<String> type = new Holder<>();
        Holder<DataHandler> content = new Holder<>();

        client.getDocument("7", DocumentKind.CORRECTION, null, null, name, type, content);

        assertThat(name.value).isEqualTo("甲-一次性补正告知书.pdf");
        assertThat(type.value).isEqualTo("application/pdf");
        assertThat(content.value.getInputStream()).hasBinaryContent(pdf);
    }

    @Test
    public void refusesTheEnvelope_whenARequiredElementIsMissing() {
        assertThatThrownBy(() -> client.getOffice(null)).isInstanceOf(WebServiceException.class);
    }

    private static Application draft(Form form) {
        return new Application(
                "7",
                3,
                null,
                "5",
                "ONLINE",
                ApplicationState.DRAFT,
                List.of(),
                null,
                null,
                null,
                form,
                List.of(),
                Review.NONE,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Stands for the login of the web bundle. */
    private final class LoggedIn extends AbstractPhaseInterceptor<Message> {
        LoggedIn() {
            super(Phase.PRE_INVOKE);
        }

        @Override
        public void handleMessage(Message message) {
            message.put(SoapCalls.CALLER, caller);
        }
    }
}
