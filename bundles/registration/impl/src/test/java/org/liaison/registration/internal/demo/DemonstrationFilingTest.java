package org.liaison.registration.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.account.AccountRequests;
import org.liaison.platform.api.notice.Notices;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.CertificateFilter;
import org.liaison.registration.api.CertificateRow;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.api.Certificates;
import org.liaison.registration.api.Step;
import org.liaison.registration.internal.certificate.JpaCertificates;
import org.liaison.registration.internal.certificate.PublicSettings;
import org.liaison.registration.internal.rules.CsvRuleBook;
import org.liaison.registration.internal.service.JpaApplications;
import org.liaison.registration.internal.service.JpaOffices;
import org.liaison.registration.internal.service.KeptAttachments;
import org.liaison.registration.internal.service.OpenDoor;
import org.liaison.registration.internal.service.PlainIdentityNumbers;
import org.liaison.registration.internal.service.Samples;
import org.liaison.registration.internal.store.RegistrationDatabase;

public class DemonstrationFilingTest {
    private static final PageRequest ALL = new PageRequest(100, null);
    private static final Caller CLERK = Samples.caller("clk", Role.CLK, Scope.ALL);

    @Rule
    public final RegistrationDatabase database = new RegistrationDatabase();

    private final OpenDoor door = new OpenDoor();
    private final KnownAccounts accounts = new KnownAccounts();
    private final CsvRuleBook book = new CsvRuleBook();
    private final KeptAttachments attachments = new KeptAttachments();
    private JpaOffices offices;
    private JpaApplications applications;
    private Certificates certificates;

    @Before
    public void build() {
        accounts.add("clk", Role.CLK);
        accounts.add("rev", Role.REV);
        accounts.add("ldr", Role.LDR);
        accounts.add("ins", Role.INS);
        build(door, "http://127.0.0.1:8181");
    }

    private void build(Operations operations, String publicUrl) {
        PublicSettings settings = mock(PublicSettings.class);
        when(settings.publicUrl()).thenReturn(publicUrl);
        Notices notices = mock(Notices.class);
        offices = new JpaOffices(operations, accounts, book, database, null);
        applications = new JpaApplications(
                operations,
                accounts,
                attachments,
                new PlainIdentityNumbers(),
                mock(AuditTrail.class),
                book,
                notices,
                door.clock(),
                database,
                null);
        certificates = new JpaCertificates(operations, accounts, book, notices, door.clock(), database, null, settings);
    }

    private void sow(int number) {
        DemonstrationAccounts people =
                new DemonstrationAccounts(accounts, mock(AccountRequests.class), Path.of("target"));
        if (number == 0 && !people.isThere(DemonstrationOffice.HEAD)) {
            offices.open(people.as("clk"), DemonstrationOffice.REQUEST, null);
        }
        new DemonstrationFiling(
                        number,
                        offices,
                        applications,
                        new DemonstrationCertificates(certificates, people, door.clock()),
                        people,
                        door.clock())
                .sow();
    }

    private ApplicationRow filing(int number) {
        Caller head = new DemonstrationAccounts(accounts, mock(AccountRequests.class), Path.of("target"))
                .as(number == 0 ? "hed" : "hed-%02d".formatted(number));
        return applications.list(head, ApplicationFilter.ALL, ALL).items().get(0);
    }

    private List<CertificateState> certificates() {
        return certificates.list(CLERK, CertificateFilter.ALL, ALL).items().stream()
                .map(CertificateRow::state)
                .toList();
    }

    @Test
    public void everySample_isLedToItsStage_andLeftThereTheSecondTime() {
        for (int number = 0; number < Stage.OF_SAMPLES.size(); number++) {
            sow(number);
            String stage = Stage.OF_SAMPLES.get(number).name();
            String state = List.of("TO_PRINT", "PRINTED", "VALID").contains(stage) ? "APPROVED" : stage;
            assertThat(filing(number).state().name()).as("sample " + number).isEqualTo(state);
            assertThat(filing(number).officeName()).startsWith("演示");
        }
        assertThat(certificates())
                .containsOnly(CertificateState.TO_PRINT, CertificateState.PRINTED, CertificateState.VALID);
        assertThat(database.count("select count(*) from registration.dispatcher where uscc is not null"))
                .isZero();
        int acts = door.acts.size();
        for (int number = 0; number < Stage.OF_SAMPLES.size(); number++) {
            sow(number);
        }
        assertThat(door.acts).hasSize(acts);
    }

    @Test
    public void stages_showEveryQueueAndEnd() {
        assertThat(Stage.OF_SAMPLES).hasSize(40).contains(Stage.values());
    }

    @Test
    public void everyFileOfASample_isThere() throws Exception {
        for (int number = 0; number < Stage.OF_SAMPLES.size(); number++) {
            for (var material : DemonstrationSample.read(number, OpenDoor.TODAY).materials()) {
                for (String file : material.files()) {
                    try (var content = DemonstrationSample.open(file)) {
                        assertThat(content).as(file).isNotNull();
                    }
                }
            }
        }
    }

    @Test
    public void letterIsOfTheLastYear_andItsNumberToo() {
        for (int number = 0; number < Stage.OF_SAMPLES.size(); number++) {
            DemonstrationSample sample = DemonstrationSample.read(number, OpenDoor.TODAY);
            assertThat(sample.form().letter().date())
                    .isBetween(OpenDoor.TODAY.minusYears(1), OpenDoor.TODAY.minusDays(1));
            assertThat(sample.form().letter().no())
                    .contains("\u3014" + sample.form().letter().date().getYear() + "\u3015");
            assertThat(sample.form().establishment().date())
                    .isBeforeOrEqualTo(sample.form().letter().date());
        }
    }

    @Test
    public void viewerOfTheDemonstration_hasARegisteredOffice() {
        sow(0);
        sow(1);
        assertThat(database.count("select count(*) from registration.dispatcher where division = '420300'"))
                .isEqualTo(1);
        assertThat(filing(1).dispatcherName())
                .isEqualTo(DemonstrationOffice.REQUEST.dispatcher().name());
        assertThat(filing(1).state().name()).isEqualTo("APPROVED");
    }

    @Test
    public void sowing_goesOn_howeverOftenItIsInterrupted() {
        build(new Interrupted(door), "http://127.0.0.1:8181");
        int interruptions = 0;
        for (boolean done = false; !done; ) {
            try {
                sow(1);
                done = true;
            } catch (Unavailable killed) {
                interruptions++;
                assertThat(interruptions).isLessThan(100);
            }
        }

        assertThat(interruptions).isGreaterThan(10);
        assertThat(filing(1).state()).isEqualTo(ApplicationState.APPROVED);
        assertThat(certificates()).containsExactly(CertificateState.VALID);
        assertThat(attachments.of("application", filing(1).id())).hasSize(8);
    }

    @Test
    public void certificateStaysInThePrintQueue_withoutAPublicAddress() {
        build(door, "");
        sow(1);
        sow(1);

        assertThat(certificates()).containsExactly(CertificateState.TO_PRINT);
    }

    @Test
    public void whatPeopleDid_isLeftAsItIs() {
        sow(3);
        assertThat(filing(3).state()).isEqualTo(ApplicationState.RETURNED);
        Caller head = new DemonstrationAccounts(accounts, mock(AccountRequests.class), Path.of("target")).as("hed-03");
        Application returned = applications.get(head, filing(3).id());
        List<Step.Answer> answers = new ArrayList<>();
        returned.review()
                .notices()
                .get(0)
                .defects()
                .forEach(defect -> answers.add(new Step.Answer(defect.no(), "已补齐")));
        applications.fire(
                head, returned.id(), returned.version(), Step.answer(ApplicationEvent.RESUBMIT, answers), null);

        sow(3);

        assertThat(filing(3).state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    /** A door behind which every second act fails before anything is written. */
    private static final class Interrupted implements Operations {
        private final Operations door;
        private int calls;

        Interrupted(Operations door) {
            this.door = door;
        }

        @Override
        public <T> T run(Caller caller, Act act, Function<Unit, Done<T>> work, BiFunction<Scope, String, T> reread) {
            if (calls++ % 2 == 0) {
                throw Unavailable.service("演示");
            }
            return door.run(caller, act, work, reread);
        }

        @Override
        public <T> T read(Caller caller, String operation, Function<Scope, T> work) {
            return door.read(caller, operation, work);
        }
    }
}
