package org.liaison.registration.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.xml.ws.Holder;
import javax.xml.ws.WebServiceContext;
import javax.xml.ws.handler.MessageContext;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.web.SoapCalls;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeFilter;
import org.liaison.registration.api.OfficeStatus;
import org.liaison.registration.api.Offices;
import org.liaison.registration.api.OpenOffice;
import org.liaison.registration.api.OpenedOffice;
import org.liaison.registration.api.Review;
import org.liaison.registration.internal.soap.wire.Dispatcher;
import org.liaison.registration.internal.soap.wire.Step;
import org.liaison.registration.internal.soap.wire.StepDefect;
import org.liaison.registration.internal.soap.wire.StepEvent;
import org.mockito.Mock;
import org.mockito.junit.MockitoJUnit;
import org.mockito.junit.MockitoRule;
import org.mockito.quality.Strictness;

public class RegistrationPortTest {
    @Rule
    public MockitoRule rule = MockitoJUnit.rule().strictness(Strictness.STRICT_STUBS);

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    @Mock
    private Offices offices;

    @Mock
    private Applications applications;

    @Mock
    private WebServiceContext call;

    @Mock
    private MessageContext message;

    private final Door door = new Door();
    private final Caller caller = new Caller("clk", "张", List.of(), null, Channel.SOAP, "127.0.0.1");
    private final Office office =
            new Office("5", 1, null, "甲驻济南办事处", "2", "甲市人民政府", "370100", OfficeStatus.UNREGISTERED, null, null);
    private final Application.MaterialFile file =
            new Application.MaterialFile("9", "公函.pdf", 3, "cd", "application/pdf");
    private final Application draft = new Application(
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
            null,
            List.of(new Application.Material("M1", null, null, List.of(file))),
            Review.NONE,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    private RegistrationPort port;

    @Before
    public void before() {
        port = port(applications);
        when(call.getMessageContext()).thenReturn(message);
        when(message.get(SoapCalls.CALLER)).thenReturn(caller);
    }

    @Test
    public void opensTheOffice_whenApplicationsAreAway() {
        OpenOffice request = new OpenOffice(
                "甲驻济南办事处",
                "370100",
                new Form.Dispatcher("甲市人民政府", "2", null, null, null, null, null, null),
                "甲函〔2026〕1号",
                LocalDate.of(2026, 3, 1),
                "hed",
                "李");
        when(offices.open(caller, request, "k")).thenReturn(new OpenedOffice(office, "hed", "once"));
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setName("甲市人民政府");
        dispatcher.setKind("2");
        Holder<String> account = new Holder<>("hed");
        Holder<org.liaison.registration.internal.soap.wire.Office> opened = new Holder<>();
        Holder<String> password = new Holder<>();

        port.openOffice(
                "甲驻济南办事处",
                "370100",
                dispatcher,
                "甲函〔2026〕1号",
                new Calendars().toXml(LocalDate.of(2026, 3, 1)),
                account,
                "李",
                "k",
                opened,
                password);

        assertThat(opened.value.getId()).isEqualTo("5");
        assertThat(account.value).isEqualTo("hed");
        assertThat(password.value).isEqualTo("once");
    }

    @Test
    public void listsWithCursor_whenLimitIsLeftOut() {
        OfficeFilter filter =
                new OfficeFilter(OfficeStatus.REGISTERED, "370200", null, null, "十堰", OfficeFilter.Sort.REGISTERED);
        when(offices.list(caller, filter, new PageRequest(PageRequest.DEFAULT, "c1")))
                .thenReturn(new Page<>(List.of(office), "c2"));
        Holder<List<org.liaison.registration.internal.soap.wire.Office>> items = new Holder<>();
        Holder<String> next = new Holder<>();

        port.listOffices("REGISTERED", "370200", "十堰", "REGISTERED", null, "c1", items, next);

        assertThat(items.value).extracting("id").containsExactly("5");
        assertThat(next.value).isEqualTo("c2");
    }

    @Test
    public void passesTheWholeStep_whenFired() {
        when(applications.fire(
                        caller,
                        "7",
                        2,
                        org.liaison.registration.api.Step.giveBack(
                                LocalDate.of(2026, 3, 30),
                                List.of(new org.liaison.registration.api.Step.Defect("head.cv", "简历不全", "三（二）3"))),
                        "k"))
                .thenReturn(draft);
        StepDefect defect = new StepDefect();
        defect.setPath("head.cv");
        defect.setText("简历不全");
        defect.setRule("三（二）3");
        Step step = new Step();
        step.setEvent(StepEvent.RETURN);
        step.setDueOn(new Calendars().toXml(LocalDate.of(2026, 3, 30)));
        step.getDefects().add(defect);

        assertThat(port.fireStep("7", 2, step, "k").getVersion()).isEqualTo(3);
    }

    @Test
    public void addsTheFile_whenItCameInParts() {
        when(applications.addFile(eq(caller), eq("7"), eq(2L), eq("M1"), eq("公函.pdf"), any(), eq("k")))
                .thenAnswer(add -> {
                    InputStream content = add.getArgument(5);
                    assertThat(content.readAllBytes())
                            .asString(StandardCharsets.UTF_8)
                            .isEqualTo("abc");
                    return draft;
                });
        String upload = port.startUpload("公函.pdf");
        port.appendPart(upload, 0, new byte[] {'a', 'b'});
        assertThat(port.appendPart(upload, 2, new byte[] {'c'})).isEqualTo(3);

        assertThat(port.finishUpload(upload, "7", 2, "M1", "k").getId()).isEqualTo("7");
        assertThat(port.finishUpload(upload, "7", 2, "M1", "k").getId())
                .as("a repeat finds the upload again")
                .isEqualTo("7");
    }

    @Test
    public void opensTheFileWithItsName_whenItIsOfTheApplication() throws IOException {
        when(applications.get(caller, "7")).thenReturn(draft);
        when(applications.openFile(caller, "7", "9", "审核")).thenReturn(new ByteArrayInputStream(new byte[] {1, 2, 3}));
        Holder<String> name = new Holder<>();
        Holder<String> type = new Holder<>();
        Holder<javax.activation.DataHandler> content = new Holder<>();

        port.openFile("7", "9", "审核", name, type, content);

        assertThat(name.value).isEqualTo("公函.pdf");
        assertThat(type.value).isEqualTo("application/pdf");
        assertThat(content.value.getInputStream()).hasBinaryContent(new byte[] {1, 2, 3});
        assertThatThrownBy(() -> port.openFile("7", "8", "审核", name, type, content))
                .isInstanceOf(NotFound.class);
    }

    @Test
    public void saysWhichFieldIsWrong_whenACodeIsUnknown() {
        when(call.getMessageContext()).thenReturn(message);

        assertThatThrownBy(() -> port.listOffices("CLOSED", null, null, null, 10, null, new Holder<>(), new Holder<>()))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations()).extracting("path").containsExactly("status"));
    }

    @Test
    public void refusesAnUpload_toWhoMayNotWrite() {
        when(call.getMessageContext()).thenReturn(message);
        door.close();
        assertThatThrownBy(() -> port.startUpload("公函.pdf")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> port.appendPart("7", 0, new byte[] {'a'})).isInstanceOf(Forbidden.class);
        assertThat(door.asked()).containsExactly(Uploads.WRITE, Uploads.WRITE);
    }

    private RegistrationPort port(Applications present) {
        RegistrationPort made = new RegistrationPort(
                offices,
                present,
                null,
                null,
                new Uploads(temporary.getRoot().toPath().resolve("uploads"), new NamedKeys()),
                door);
        made.setCall(call);
        return made;
    }
}
