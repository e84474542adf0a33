package org.liaison.registration.internal.service;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Unit;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Form.Dispatcher;
import org.liaison.registration.api.NewApplication;
import org.liaison.registration.api.OfficeStatus;
import org.liaison.registration.api.Step;
import org.liaison.registration.internal.rules.DraftLimits;
import org.liaison.registration.internal.store.ApplicationEntity;
import org.liaison.registration.internal.store.ApplicationList;
import org.liaison.registration.internal.store.ApplicationRows;
import org.liaison.registration.internal.store.DispatcherEntity;
import org.liaison.registration.internal.store.FormJson;
import org.liaison.registration.internal.store.OfficeEntity;
import org.liaison.registration.internal.store.OfficeRows;
import org.liaison.registration.internal.store.Reach;

/** Drafts: made for an office, their form and the documents of their materials put whole; and the lists. */
final class ApplicationDrafts {
    static final Set<String> MATERIALS = Set.of("M1", "M2", "M3a", "M3b", "M3c", "M4", "M5");

    private final Operations operations;
    private final JpaTemplate jpa;
    private final IdentityReferences identities;
    private final ApplicationViews views;
    private final ApplicationCases cases;
    private final ApplicationSubmission submission;

    ApplicationDrafts(
            Operations operations,
            JpaTemplate jpa,
            IdentityReferences identities,
            ApplicationViews views,
            ApplicationCases cases,
            ApplicationSubmission submission) {
        this.operations = operations;
        this.jpa = jpa;
        this.identities = identities;
        this.views = views;
        this.cases = cases;
        this.submission = submission;
    }

    Application create(Caller caller, NewApplication request, String key) {
        ApplicationEvent event = event(request);
        if (event == ApplicationEvent.ENTER_LEGACY) {
            DraftLimits.check(request.form());
        }
        Act act = Act.of(ApplicationWorkflow.TABLE.operation(event), "application", null, key, request);
        cases.lapseOf(caller, act.operation(), request.officeId(), views.today());
        return operations.run(
                caller, act, unit -> create(unit, event, request), (scope, id) -> cases.view(scope, caller, id));
    }

    /** An old certificate and its form make an entry of old; anything between the two is neither. */
    private static ApplicationEvent event(NewApplication request) {
        String old = request.legacyCertificateNo();
        if (old == null && request.form() == null) {
            return ApplicationEvent.CREATE;
        }
        if (old == null || old.isBlank() || old.length() > 40) {
            throw new Invalid("legacyCertificateNo", "REQUIRED", "补录须填写原登记证号，不超过40个字符");
        }
        if (request.form() == null) {
            throw new Invalid("form", "REQUIRED", "补录须填写申请表");
        }
        return ApplicationEvent.ENTER_LEGACY;
    }

    private Done<Application> create(Unit unit, ApplicationEvent event, NewApplication request) {
        return jpa.txExpr(TransactionType.Required, manager -> {
            OfficeEntity office = new OfficeRows(manager)
                    .load(unit.scope(), request.officeId())
                    .orElseThrow(NotFound::new);
            if (office.status() != OfficeStatus.UNREGISTERED) {
                throw new Conflict("OFFICE_REGISTERED", "该办事机构已登记，不能再次申请备案登记");
            }
            ApplicationRows rows = new ApplicationRows(manager);
            if (rows.live(office.id()).isPresent()) {
                throw new Conflict("OPEN_APPLICATION", "该办事机构已有尚未办结的备案登记申请");
            }
            Caller caller = unit.caller();
            boolean legacy = event == ApplicationEvent.ENTER_LEGACY;
            Form form = legacy ? identities.keep(unit, request.form(), opened(office)) : opened(office);
            ApplicationEntity made = new ApplicationEntity(
                    UUID.randomUUID().toString(),
                    office,
                    legacy ? "LEGACY_IMPORT" : caller.is(Role.LEG) ? "LEGACY" : "ONLINE",
                    caller.account(),
                    FormJson.write(form),
                    unit.now());
            if (legacy) {
                made.legacy(request.legacyCertificateNo());
                submission.enter(unit, made);
                ApplicationSteps.moved(unit, made, Step.of(event, null), ApplicationState.REVIEWING);
            }
            rows.add(made);
            manager.flush();
            unit.publish("org/liaison/registration/APPLICATION_CHANGED", made.id(), made.version());
            return new Done<>(
                    views.of(manager, made, caller),
                    made.id(),
                    made.version(),
                    office.id(),
                    null,
                    made.state().name(),
                    null);
        });
    }

    /** A draft begins with what the office was opened with: at submission the two must agree. */
    private static Form opened(OfficeEntity office) {
        DispatcherEntity d = office.dispatcher();
        DispatcherEntity above = d.superior();
        Form.Superior superior = above == null
                ? null
                : new Form.Superior(above.name(), above.kind(), above.level(), above.division(), above.uscc());
        Dispatcher dispatcher =
                new Dispatcher(d.name(), d.kind(), d.level(), d.division(), d.uscc(), superior, null, null);
        return new Form(
                office.name(),
                null,
                dispatcher,
                office.hostCity(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    Application putForm(Caller caller, String id, long version, Form form, String key) {
        DraftLimits.check(form);
        return cases.change(caller, edit(id, key, version, form), version, null, (unit, row) -> {
            editable(row, unit.today());
            row.putForm(FormJson.write(identities.keep(unit, form, FormJson.read(row.form()))));
        });
    }

    Application putMaterial(
            Caller caller,
            String id,
            long version,
            String code,
            String documentNo,
            LocalDate documentDate,
            String key) {
        material(code);
        if (documentNo != null && documentNo.length() > 60) {
            throw new Invalid("materials." + code + ".documentNo", "TEXT_TOO_LONG", "文字不得超过60个字符");
        }
        Reasons.title("materials." + code + ".documentNo", documentNo);
        Act act = edit(id, key, version, code, documentNo, documentDate);
        return cases.change(caller, act, version, null, (unit, row) -> {
            editable(row, unit.today());
            row.putMaterial(code, documentNo, documentDate);
        });
    }

    Application get(Caller caller, String id) {
        return cases.get(caller, RegistrationPermissions.APPLICATION_READ, id);
    }

    Page<ApplicationRow> list(Caller caller, ApplicationFilter filter, PageRequest page) {
        return operations.read(
                caller,
                RegistrationPermissions.APPLICATION_READ,
                scope -> jpa.txExpr(TransactionType.Supports, manager -> new ApplicationList(views.lights())
                        .page(manager, Reach.of(caller, scope), filter, caller.account(), page)));
    }

    /** The act of changing a draft. */
    static Act edit(String id, String key, Object... content) {
        return Act.of(RegistrationPermissions.APPLICATION_EDIT, "application", id, key, content);
    }

    /** @throws Conflict {@code ILLEGAL_TRANSITION} when what was submitted would be changed (common rule h) */
    static void editable(ApplicationEntity row, LocalDate today) {
        ApplicationState state = row.stateOn(today);
        if (state != ApplicationState.DRAFT && state != ApplicationState.RETURNED) {
            refuse(state);
        }
    }

    /** @throws Conflict {@code ILLEGAL_TRANSITION} with the events that the state has */
    static void refuse(ApplicationState state) {
        throw Conflict.illegalTransition(
                state.label(),
                ApplicationWorkflow.TABLE.legal(state).stream().map(Enum::name).toList());
    }

    /** @throws Invalid {@code MATERIAL_CODE} */
    static void material(String code) {
        if (code == null || !MATERIALS.contains(code)) {
            throw new Invalid("materials." + code, "MATERIAL_CODE", "材料代码不存在");
        }
    }
}
