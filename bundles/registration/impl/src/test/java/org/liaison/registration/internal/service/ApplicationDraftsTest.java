package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Attachments;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Violation;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Office;
import org.liaison.registration.internal.store.RegistrationDatabase;

public class ApplicationDraftsTest {
    @Rule
    public final RegistrationDatabase database = new RegistrationDatabase();

    private final OpenDoor door = new OpenDoor();
    private final PlainIdentityNumbers numbers = new PlainIdentityNumbers();
    private final Caller clerk = Samples.caller("clerk", Role.CLK, Scope.ALL);
    private JpaOffices offices;
    private ApplicationDrafts drafts;

    @Before
    public void build() {
        offices = new JpaOffices(door, mock(Accounts.class), database, null);
        IdentityReferences identities = new IdentityReferences(numbers);
        ApplicationViews views = new ApplicationViews(identities, mock(Attachments.class));
        drafts = new ApplicationDrafts(door, database, identities, views, new ApplicationCases(door, database, views));
    }

    @Test
    public void createStartsFromTheOffice_whenItIsNotRegistered() {
        Form sample = Samples.forms().get(0);
        Office office = open(sample);
        Application draft = drafts.create(head(office), office.id(), null);

        assertThat(draft.state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(draft.events()).containsExactly(ApplicationEvent.SUBMIT);
        assertThat(draft.form().name()).isEqualTo(sample.name());
        assertThat(draft.form().dispatcher().uscc())
                .isEqualTo(sample.dispatcher().uscc());
        assertThat(draft.no()).isNull();
    }

    @Test
    public void createConflicts_whenTheOfficeHasAnOpenApplication() {
        Office office = open(Samples.forms().get(0));
        drafts.create(head(office), office.id(), null);
        assertThatThrownBy(() -> drafts.create(head(office), office.id(), null))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("OPEN_APPLICATION"));
    }

    @Test
    public void createIsNotFound_whenTheOfficeIsForeign() {
        Office mine = open(Samples.forms().get(0));
        Office other = open(Samples.forms().get(1));
        assertThatThrownBy(() -> drafts.create(head(mine), other.id(), null)).isInstanceOf(NotFound.class);
    }

    @Test
    public void putFormKeepsEverySampleWhole_exceptTheMaskedNumbers() {
        for (Form sample : Samples.forms()) {
            Office office = open(sample);
            Application draft = drafts.create(head(office), office.id(), null);
            Application put = drafts.putForm(head(office), draft.id(), draft.version(), sample, null);

            assertThat(put.form().head().idNumber()).matches("\\*{14}\\w{4}");
            assertThat(put.form().premises()).isEqualTo(sample.premises());
            assertThat(put.form().letter()).isEqualTo(sample.letter());
            assertThat(put.version()).isGreaterThan(draft.version());
            assertThat(drafts.get(head(office), draft.id())).isEqualTo(put);
            assertThat(database.count("select count(*) from registration.application where form like '%"
                            + sample.head().idNumber() + "%'"))
                    .isZero();
        }
    }

    @Test
    public void putFormLeavesTheNumber_whenTheMaskComesBackAsServed() {
        Form sample = Samples.forms().get(0);
        Office office = open(sample);
        Application draft = drafts.create(head(office), office.id(), null);
        Application first = drafts.putForm(head(office), draft.id(), draft.version(), sample, null);
        Application again = drafts.putForm(head(office), draft.id(), first.version(), first.form(), null);

        assertThat(again.form()).isEqualTo(first.form());
        assertThat(again.version()).isGreaterThan(first.version());
        String number = sample.head().idNumber();
        assertThat(drafts.get(clerk, draft.id()).form().head().idNumber())
                .isEqualTo(number.substring(0, 6) + "********" + number.substring(14));
    }

    @Test
    public void putFormRefusesAMask_whenItIsNotTheOneServed() {
        Form sample = Samples.forms().get(0);
        Office office = open(sample);
        Application draft = drafts.create(head(office), office.id(), null);
        Application served = drafts.putForm(head(office), draft.id(), draft.version(), sample, null);
        Office other = open(Samples.forms().get(1));
        Application foreign = drafts.create(head(other), other.id(), null);

        Invalid refused = catchThrowableOfType(
                () -> drafts.putForm(head(other), foreign.id(), foreign.version(), served.form(), null), Invalid.class);
        assertThat(refused.violations()).extracting(Violation::code).containsExactly("ID_NUMBER_MASKED");
        assertThat(drafts.get(head(other), foreign.id()).version()).isEqualTo(foreign.version());
    }

    @Test
    public void putFormIsStale_whenTheVersionMoved() {
        Form sample = Samples.forms().get(0);
        Office office = open(sample);
        Application draft = drafts.create(head(office), office.id(), null);
        drafts.putForm(head(office), draft.id(), draft.version(), sample, null);
        assertThatThrownBy(() -> drafts.putForm(head(office), draft.id(), draft.version(), sample, null))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(Conflict.STALE));
    }

    @Test
    public void putMaterialReplacesTheDocument_whenItIsPutAgain() {
        Office office = open(Samples.forms().get(0));
        Application draft = drafts.create(head(office), office.id(), null);
        LocalDate day = LocalDate.of(2026, 2, 1);
        Application first = drafts.putMaterial(head(office), draft.id(), draft.version(), "M1", "函1", day, null);
        Application second = drafts.putMaterial(head(office), draft.id(), first.version(), "M1", "函2", day, null);
        Application third = drafts.putMaterial(head(office), draft.id(), second.version(), "M3a", null, null, null);

        assertThat(third.materials()).extracting(Application.Material::code).containsExactly("M1", "M3a");
        assertThat(third.materials().get(0).documentNo()).isEqualTo("函2");
        assertThat(drafts.get(head(office), draft.id())).isEqualTo(third);
    }

    @Test
    public void putMaterialIsInvalid_whenTheCodeIsUnknown() {
        assertThatThrownBy(() -> drafts.putMaterial(clerk, "x", 1, "M9", null, null, null))
                .isInstanceOf(Invalid.class);
    }

    @Test
    public void listIsNewestFirstAndWhole_whenPaged() {
        List<Application> made = new ArrayList<>();
        for (Form sample : Samples.forms().subList(0, 7)) {
            Office office = open(sample);
            made.add(drafts.create(head(office), office.id(), null));
        }
        List<ApplicationRow> seen = new ArrayList<>();
        String after = null;
        do {
            Page<ApplicationRow> page = drafts.list(clerk, ApplicationFilter.ALL, new PageRequest(3, after));
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);

        List<String> newestFirst =
                new ArrayList<>(made.stream().map(Application::id).toList());
        Collections.reverse(newestFirst);
        assertThat(seen).extracting(ApplicationRow::id).containsExactlyElementsOf(newestFirst);
    }

    @Test
    public void listHoldsScopeAndFilter_whenAsked() {
        Office mine = open(Samples.forms().get(0));
        Application draft = drafts.create(head(mine), mine.id(), null);
        Office other = open(Samples.forms().get(1));
        drafts.create(head(other), other.id(), null);
        PageRequest page = new PageRequest(10, null);

        assertThat(drafts.list(head(mine), ApplicationFilter.ALL, page).items())
                .extracting(ApplicationRow::id)
                .containsExactly(draft.id());
        Caller viewer = Samples.caller("viewer", Role.DGV, new Scope(Scope.Kind.DISPATCHER, mine.dispatcherId()));
        assertThat(drafts.list(viewer, ApplicationFilter.ALL, page).items()).isEmpty();
        assertThat(drafts.list(clerk, filter(ApplicationState.SUBMITTED, null), page)
                        .items())
                .isEmpty();
        assertThat(drafts.list(clerk, filter(null, ApplicationFilter.Claim.FREE), page)
                        .items())
                .hasSize(2);
        assertThat(drafts.list(clerk, filter(null, ApplicationFilter.Claim.MINE), page)
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> drafts.get(head(other), draft.id())).isInstanceOf(NotFound.class);
    }

    private static ApplicationFilter filter(ApplicationState state, ApplicationFilter.Claim claim) {
        return new ApplicationFilter(state, null, claim);
    }

    private Office open(Form form) {
        return offices.open(clerk, Samples.opening(form), null).office();
    }

    private static Caller head(Office office) {
        return Samples.caller("head.one", Role.HED, Scope.office(office.id()));
    }
}
