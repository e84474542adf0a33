package org.liaison.registration.internal.service;

import java.util.UUID;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.rules.Normalisation;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeFilter;
import org.liaison.registration.api.Offices;
import org.liaison.registration.api.OpenOffice;
import org.liaison.registration.api.OpenedOffice;
import org.liaison.registration.internal.rules.SubmissionRules;
import org.liaison.registration.internal.store.DispatcherEntity;
import org.liaison.registration.internal.store.DispatcherRows;
import org.liaison.registration.internal.store.OfficeEntity;
import org.liaison.registration.internal.store.OfficeList;
import org.liaison.registration.internal.store.OfficeRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offices in the database. */
@Component
public final class JpaOffices implements Offices {
    private final Operations operations;
    private final Accounts accounts;
    private final RuleBook book;
    private final JpaTemplate jpa;

    @Activate
    public JpaOffices(
            @Reference Operations operations,
            @Reference Accounts accounts,
            @Reference RuleBook book,
            @Reference(target = "(osgi.unit.name=registration)") JpaTemplate jpa,
            // nothing here may run before the tables are what this bundle needs
            @Reference(target = "(schema=registration)") Migrated migrated) {
        this.operations = operations;
        this.accounts = accounts;
        this.book = book;
        this.jpa = jpa;
    }

    @Override
    public OpenedOffice open(Caller caller, OpenOffice request, String key) {
        Act act = Act.of(RegistrationPermissions.OFFICE_OPEN, "office", null, key, request);
        return operations.run(caller, act, unit -> open(unit, request), this::opened);
    }

    private Done<OpenedOffice> open(Unit unit, OpenOffice request) {
        SubmissionRules.checkOpening(request, book, unit.today()).warningsOrRefuse();
        if (!covers(unit.scope(), request.hostCity())) {
            throw new Forbidden();
        }
        boolean known = accounts.find(request.headAccount()).isPresent();
        if (!known && (request.headName() == null || request.headName().isBlank())) {
            throw new Invalid("headName", "REQUIRED", "新建账户时负责人姓名必须填写");
        }
        Office office = jpa.txExpr(TransactionType.Required, manager -> {
            DispatcherEntity dispatcher = new DispatcherRows(manager).pick(request.dispatcher());
            OfficeRows rows = new OfficeRows(manager);
            if (rows.exists(dispatcher, request.hostCity(), Normalisation.name(request.name()))) {
                throw new Conflict("OFFICE_EXISTS", "该派出单位在该城市已有同名办事机构");
            }
            OfficeEntity made = new OfficeEntity(
                    UUID.randomUUID().toString(),
                    request,
                    dispatcher,
                    unit.caller().account(),
                    unit.today());
            rows.add(made);
            manager.flush();
            return made.toOffice();
        });
        String password = known ? null : accounts.enrol(unit, request.headAccount(), request.headName());
        accounts.bind(unit, request.headAccount(), new Binding(Role.HED, Scope.office(office.id()), null));
        unit.publish("org/liaison/registration/OFFICE_OPENED", office.id(), office.version());
        return new Done<>(
                new OpenedOffice(office, request.headAccount(), password),
                office.id(),
                office.version(),
                office.id(),
                null,
                office.status().name(),
                null);
    }

    /** A clerk of one city opens offices there only. */
    private static boolean covers(Scope scope, String hostCity) {
        return scope.kind() == Scope.Kind.ALL || scope.equals(Scope.city(hostCity));
    }

    /** The answer to a repeated request: a password is shown once only. */
    private OpenedOffice opened(Scope scope, String id) {
        return jpa.txExpr(TransactionType.Supports, manager -> {
            OfficeEntity row = new OfficeRows(manager).load(scope, id).orElseThrow(NotFound::new);
            return new OpenedOffice(row.toOffice(), row.headAccount(), null);
        });
    }

    @Override
    public Office get(Caller caller, String id) {
        return operations.read(
                caller,
                RegistrationPermissions.OFFICE_READ,
                scope -> jpa.txExpr(TransactionType.Supports, manager -> new OfficeRows(manager)
                        .load(scope, id)
                        .orElseThrow(NotFound::new)
                        .toOffice()));
    }

    @Override
    public Page<Office> list(Caller caller, OfficeFilter filter, PageRequest page) {
        return operations.read(
                caller,
                RegistrationPermissions.OFFICE_READ,
                scope -> jpa.txExpr(
                        TransactionType.Supports, manager -> new OfficeList(filter).page(manager, scope, page)));
    }
}
