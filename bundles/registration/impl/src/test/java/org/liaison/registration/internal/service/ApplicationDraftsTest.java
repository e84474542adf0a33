package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Forbidden;
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
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Light;
import org.liaison.registration.api.NewApplication;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeFilter;
import org.liaison.registration.api.Review;

public class ApplicationDraftsTest {
    @Rule
    public final FilingRoom room = new FilingRoom();

    private Applications drafts;

    @Before
    public void build() {
        drafts = room.applications;
    }

    @Test
    public void createStartsFromTheOffice_whenItIsNotRegistered() {
        Form sample = Samples.forms().get(0);
        Office office = open(sample);
        Application draft = drafts.create(head(office), NewApplication.of(office.id()), null);

        assertThat(draft.state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(draft.events()).containsExactly(ApplicationEvent.SUBMIT, ApplicationEvent.WITHDRAW);
        assertThat(draft.form().name()).isEqualTo(sample.name());
        assertThat(draft.form().dispatcher().uscc())
                .isEqualTo(sample.dispatcher().uscc());
        assertThat(draft.no()).isNull();
    }

    @Test
    public void createConflicts_whenTheOfficeHasAnOpenApplication() {
        Office office = open(Samples.forms().get(0));
        drafts.create(head(office), NewApplication.of(office.id()), null);
        assertThatThrownBy(() -> drafts.create(head(office), NewApplication.of(office.id()), null))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("OPEN_APPLICATION"));
    }

    @Test
    public void createIsNotFound_whenTheOfficeIsForeign() {
        Office mine = open(Samples.forms().get(0));
        Office other = open(Samples.forms().get(1));
        assertThatThrownBy(() -> drafts.create(head(mine), NewApplication.of(other.id()), null))
                .isInstanceOf(NotFound.class);
    }

    @Test
    public void putFormKeepsEverySampleWhole_exceptTheMaskedNumbers() {
        for (Form sample : Samples.forms()) {
            Office office = open(sample);
            Application draft = drafts.create(head(office), NewApplication.of(office.id()), null);
            Application put = drafts.putForm(head(office), draft.id(), draft.version(), sample, null);

            assertThat(put.form().head().idNumber()).matches("\\*{14}\\w{4}");
            assertThat(put.form().premises()).isEqualTo(sample.premises());
            assertThat(put.form().letter()).isEqualTo(sample.letter());
            assertThat(put.version()).isGreaterThan(draft.version());
            assertThat(drafts.get(head(office), draft.id())).isEqualTo(put);
            assertThat(room.database.count("select count(*) from registration.application where form like '%"
                            + sample.head().idNumber() + "%'"))
                    .isZero();
        }
    }

    @Test
    public void putFormLeavesTheNumber_whenTheMaskComesBackAsServed() {
        Form sample = Samples.forms().get(0);
        Office office = open(sample);
        Application draft = drafts.create(head(office), NewApplication.of(office.id()), null);
        Application first = drafts.putForm(head(office), draft.id(), draft.version(), sample, null);
        Application again = drafts.putForm(head(office), draft.id(), first.version(), first.form(), null);

        assertThat(again.form()).isEqualTo(first.form());
        assertThat(again.version()).isGreaterThan(first.version());
        String number = sample.head().idNumber();
        assertThat(again.form().head().idNumber())
                .endsWith(number.substring(14))
                .startsWith("*");
        assertThatThrownBy(() -> drafts.get(room.clerk, draft.id()))
                .as("drafts are the office's alone")
                .isInstanceOf(NotFound.class);
    }

    @Test
    public void putFormRefusesAMask_whenItIsNotTheOneServed() {
        Form sample = Samples.forms().get(0);
        Office office = open(sample);
        Application draft = drafts.create(head(office), NewApplication.of(office.id()), null);
        Application served = drafts.putForm(head(office), draft.id(), draft.version(), sample, null);
        Office other = open(Samples.forms().get(1));
        Application foreign = drafts.create(head(other), NewApplication.of(other.id()), null);

        Invalid refused = catchThrowableOfType(
                () -> drafts.putForm(head(other), foreign.id(), foreign.version(), served.form(), null), Invalid.class);
        assertThat(refused.violations()).extracting(Violation::code).containsExactly("ID_NUMBER_MASKED");
        assertThat(drafts.get(head(other), foreign.id()).version()).isEqualTo(foreign.version());
    }

    @Test
    public void putFormIsStale_whenTheVersionMoved() {
        Form sample = Samples.forms().get(0);
        Office office = open(sample);
        Application draft = drafts.create(head(office), NewApplication.of(office.id()), null);
        drafts.putForm(head(office), draft.id(), draft.version(), sample, null);
        assertThatThrownBy(() -> drafts.putForm(head(office), draft.id(), draft.version(), sample, null))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(Conflict.STALE));
    }

    @Test
    public void putMaterialReplacesTheDocument_whenItIsPutAgain() {
        Office office = open(Samples.forms().get(0));
        Application draft = drafts.create(head(office), NewApplication.of(office.id()), null);
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
        assertThatThrownBy(() -> drafts.putMaterial(room.head("x"), "x", 1, "M9", null, null, null))
                .isInstanceOf(Invalid.class);
    }

    @Test
    public void listIsNewestFirstAndWhole_whenPaged() {
        List<Application> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(room.submitted(i));
        }
        List<ApplicationRow> seen = new ArrayList<>();
        String after = null;
        do {
            Page<ApplicationRow> page = drafts.list(room.clerk, ApplicationFilter.ALL, new PageRequest(3, after));
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);

        List<String> newestFirst =
                new ArrayList<>(made.stream().map(Application::id).toList());
        Collections.reverse(newestFirst);
        assertThat(seen).extracting(ApplicationRow::id).containsExactlyElementsOf(newestFirst);
        assertThat(seen.get(0).light().kind()).isEqualTo(Light.Kind.INTAKE);
    }

    @Test
    public void listHoldsScopeAndFilter_whenAsked() {
        Application mine = room.submitted(0);
        Application other = room.draft(1);
        PageRequest page = new PageRequest(10, null);

        assertThat(ids(room.head(mine.officeId()), ApplicationFilter.ALL)).containsExactly(mine.id());
        assertThat(ids(room.head(other.officeId()), ApplicationFilter.ALL)).containsExactly(other.id());
        assertThat(ids(room.clerk, ApplicationFilter.ALL))
                .as("a clerk's lists begin with what was submitted")
                .containsExactly(mine.id());
        assertThat(ids(room.clerk, filter(ApplicationState.ACCEPTED, null))).isEmpty();
        assertThat(ids(room.clerk, filter(null, ApplicationFilter.Claim.FREE))).containsExactly(mine.id());
        assertThat(ids(room.clerk, filter(null, ApplicationFilter.Claim.MINE))).isEmpty();
        ApplicationFilter ofOffice = new ApplicationFilter(null, null, null, null, mine.officeId(), null);
        assertThat(ids(room.clerk, ofOffice)).containsExactly(mine.id());
        assertThat(ids(room.clerk, new ApplicationFilter(null, null, null, null, "elsewhere", null)))
                .isEmpty();
        ApplicationFilter numbered = new ApplicationFilter(
                null,
                null,
                null,
                null,
                null,
                room.applications.get(room.clerk, mine.id()).no());
        assertThat(ids(room.clerk, numbered)).containsExactly(mine.id());
        assertThat(ids(room.head(other.officeId()), numbered)).isEmpty();
        String city = room.offices.get(room.clerk, mine.officeId()).hostCity();
        String elsewhere = city.equals("370100") ? "370200" : "370100";
        assertThat(ids(Samples.caller("c", Role.CLK, Scope.city(city)), ApplicationFilter.ALL))
                .containsExactly(mine.id());
        Caller foreign = Samples.caller("c", Role.CLK, Scope.city(elsewhere));
        assertThat(ids(foreign, ApplicationFilter.ALL)).isEmpty();
        assertThatThrownBy(() -> drafts.get(foreign, mine.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> room.fire(foreign, mine, ApplicationEvent.CLAIM, null))
                .isInstanceOf(NotFound.class);
        assertThat(room.fire(Samples.caller("c", Role.CLK, Scope.city(city)), mine, ApplicationEvent.CLAIM, null)
                        .claimedBy())
                .isEqualTo("c");
        assertThatThrownBy(() -> drafts.get(room.head(other.officeId()), mine.id()))
                .isInstanceOf(NotFound.class);
        assertThat(drafts.list(room.clerk, ApplicationFilter.ALL, page).next()).isNull();
    }

    @Test
    public void dispatchingSideSeesWhatWasApproved_ofItsUnitAndThoseBelow() {
        Application approved = room.fire(room.leader, room.pending(0), ApplicationEvent.APPROVE, null);
        String unit = room.offices.get(room.clerk, approved.officeId()).dispatcherId();
        room.submitted(1);
        Caller viewer = Samples.caller("viewer", Role.DGV, new Scope(Scope.Kind.DISPATCHER, unit));
        assertThat(ids(viewer, ApplicationFilter.ALL)).containsExactly(approved.id());
        assertThat(room.offices
                        .list(viewer, OfficeFilter.ALL, new PageRequest(10, null))
                        .items())
                .extracting(Office::id)
                .containsExactly(approved.officeId());

        // the unit becomes a department of another one, and that one of a third
        room.database.tx(manager -> {
            for (String id : List.of("above", "top")) {
                manager.createNativeQuery("insert into registration.dispatcher (id, version, name, kind, unit_level,"
                                + " division) values ('" + id + "', 1, '" + id + "', '2', '1', '420000')")
                        .executeUpdate();
            }
            manager.createNativeQuery("update registration.dispatcher set superior_id = 'top' where id = 'above'")
                    .executeUpdate();
            manager.createNativeQuery(
                            "update registration.dispatcher set superior_id = 'above' where id = '" + unit + "'")
                    .executeUpdate();
        });
        Caller top = Samples.caller("viewer", Role.DGV, new Scope(Scope.Kind.DISPATCHER, "top"));
        assertThat(ids(top, ApplicationFilter.ALL)).containsExactly(approved.id());
        Caller none = Samples.caller("viewer", Role.DGV, new Scope(Scope.Kind.DISPATCHER, "none"));
        assertThat(ids(none, ApplicationFilter.ALL)).isEmpty();
    }

    @Test
    public void legacySystemPushesDrafts_butOnlyTheOfficeSubmits() {
        Form form = Samples.forms().get(0);
        Office office = room.open(form);
        Caller old = Samples.caller("old.system", Role.LEG, Scope.ALL);
        Application draft = drafts.create(old, NewApplication.of(office.id()), null);
        Application put = drafts.putForm(old, draft.id(), draft.version(), form, null);
        assertThat(put.source()).isEqualTo("LEGACY");
        assertThat(put.events()).isEmpty();
        assertThatThrownBy(() -> room.fire(old, put, ApplicationEvent.SUBMIT, null))
                .isInstanceOf(Forbidden.class);
        assertThat(ids(old, ApplicationFilter.ALL)).containsExactly(put.id());
        assertThat(ids(Samples.caller("another.system", Role.LEG, Scope.ALL), ApplicationFilter.ALL))
                .isEmpty();
        assertThat(drafts.get(head(office), put.id()).events()).contains(ApplicationEvent.SUBMIT);
    }

    @Test
    public void officeOfOldStartsAtReview_withItsOldCertificateAndWhatIsMissing() {
        Form form = Samples.forms().get(0);
        Office office = room.open(form);
        NewApplication request = new NewApplication(office.id(), "鲁外驻字第12号", form);
        assertThatThrownBy(() -> drafts.create(head(office), request, null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> drafts.create(room.clerk, new NewApplication(office.id(), " ", form), null))
                .isInstanceOf(Invalid.class);
        Application entered = drafts.create(room.clerk, request, null);
        assertThat(entered.state()).isEqualTo(ApplicationState.REVIEWING);
        assertThat(entered.source()).isEqualTo("LEGACY_IMPORT");
        assertThat(entered.legacyCertificateNo()).isEqualTo("鲁外驻字第12号");
        assertThat(entered.no()).startsWith("SQ-");
        assertThat(entered.review().warnings())
                .extracting(Review.Warning::path)
                .contains("materials.M1", "materials.M5");
        room.refused("SAME_PERSON", () -> room.claim(room.bureau("clerk", Role.REV), entered));
        Application agreed = room.fire(room.reviewer, room.claim(room.reviewer, entered), ApplicationEvent.AGREE, "同意");
        Application approved = room.fire(room.leader, room.claim(room.leader, agreed), ApplicationEvent.APPROVE, null);
        assertThat(approved.registrationNo()).isNotNull();
    }

    private List<String> ids(Caller caller, ApplicationFilter filter) {
        return drafts.list(caller, filter, new PageRequest(10, null)).items().stream()
                .map(ApplicationRow::id)
                .toList();
    }

    private static ApplicationFilter filter(ApplicationState state, ApplicationFilter.Claim claim) {
        return new ApplicationFilter(state, null, claim, null, null, null);
    }

    private Office open(Form form) {
        return room.open(form);
    }

    private Caller head(Office office) {
        return room.head(office.id());
    }
}
