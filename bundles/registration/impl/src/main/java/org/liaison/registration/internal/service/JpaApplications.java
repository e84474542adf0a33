package org.liaison.registration.internal.service;

import java.io.InputStream;
import java.time.LocalDate;
import org.apache.aries.jpa.template.JpaTemplate;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Attachments;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.IdentityNumbers;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Form;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Filing applications in the database: puts the parts of the main way together. */
@Component
public final class JpaApplications implements Applications {
    private final ApplicationDrafts drafts;
    private final ApplicationFiles files;
    private final ApplicationSteps steps;
    private final ApplicationDecision decision;
    private final IdentityViews identityViews;

    @Activate
    public JpaApplications(
            @Reference Operations operations,
            @Reference Accounts accounts,
            @Reference Attachments attachments,
            @Reference IdentityNumbers numbers,
            @Reference AuditTrail audit,
            @Reference RuleBook book,
            @Reference(target = "(osgi.unit.name=registration)") JpaTemplate jpa,
            @Reference(target = "(schema=registration)") Migrated migrated) {
        IdentityReferences identities = new IdentityReferences(numbers);
        ApplicationViews views = new ApplicationViews(identities, attachments);
        ApplicationCases cases = new ApplicationCases(operations, jpa, views);
        drafts = new ApplicationDrafts(operations, jpa, identities, views, cases);
        files = new ApplicationFiles(attachments, audit, cases);
        steps = new ApplicationSteps(accounts, cases);
        identityViews = new IdentityViews(operations, jpa, numbers);
        decision = new ApplicationDecision(jpa, book, identities, views, cases);
    }

    @Override
    public Application create(Caller caller, String officeId, String key) {
        return drafts.create(caller, officeId, key);
    }

    @Override
    public Application putForm(Caller caller, String id, long version, Form form, String key) {
        return drafts.putForm(caller, id, version, form, key);
    }

    @Override
    public Application putMaterial(
            Caller caller,
            String id,
            long version,
            String code,
            String documentNo,
            LocalDate documentDate,
            String key) {
        return drafts.putMaterial(caller, id, version, code, documentNo, documentDate, key);
    }

    @Override
    public Application addFile(
            Caller caller, String id, long version, String code, String fileName, InputStream content, String key) {
        return files.add(caller, id, version, code, fileName, content, key);
    }

    @Override
    public Application removeFile(Caller caller, String id, long version, String fileId, String key) {
        return files.remove(caller, id, version, fileId, key);
    }

    @Override
    public InputStream openFile(Caller caller, String id, String fileId, String reason) {
        return files.open(caller, id, fileId, reason);
    }

    @Override
    public String viewIdentityNumber(Caller caller, String id, String path, String reason) {
        return identityViews.view(caller, id, path, reason);
    }

    @Override
    public Application submit(Caller caller, String id, long version, String key) {
        return decision.submit(caller, id, version, key);
    }

    @Override
    public Application claim(Caller caller, String id, long version, String key) {
        return steps.claim(caller, id, version, key);
    }

    @Override
    public Application release(Caller caller, String id, long version, String key) {
        return steps.release(caller, id, version, key);
    }

    @Override
    public Application reassign(Caller caller, String id, long version, String account, String key) {
        return steps.reassign(caller, id, version, account, key);
    }

    @Override
    public Application accept(Caller caller, String id, long version, String opinion, String key) {
        return steps.accept(caller, id, version, opinion, key);
    }

    @Override
    public Application sendToReview(Caller caller, String id, long version, String opinion, String key) {
        return steps.sendToReview(caller, id, version, opinion, key);
    }

    @Override
    public Application agree(Caller caller, String id, long version, String opinion, String key) {
        return steps.agree(caller, id, version, opinion, key);
    }

    @Override
    public Application approve(Caller caller, String id, long version, String opinion, String key) {
        return decision.approve(caller, id, version, opinion, key);
    }

    @Override
    public Application get(Caller caller, String id) {
        return drafts.get(caller, id);
    }

    @Override
    public Page<ApplicationRow> list(Caller caller, ApplicationFilter filter, PageRequest page) {
        return drafts.list(caller, filter, page);
    }
}
