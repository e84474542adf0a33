package org.liaison.registration.internal.service;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.liaison.platform.api.Role;
import org.liaison.platform.api.notice.Notices;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationCount;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Change;
import org.liaison.registration.api.Colleague;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.NewApplication;
import org.liaison.registration.api.Precheck;
import org.liaison.registration.api.Step;
import org.liaison.registration.api.Submitted;
import org.liaison.registration.internal.notice.ApplicationNews;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Filing applications in the database: puts the parts of the main way together. */
@Component
public final class JpaApplications implements Applications {
    private final ApplicationDrafts drafts;
    private final ApplicationFiles files;
    private final ApplicationSteps steps;
    private final ApplicationSubmission submission;
    private final ApplicationChanges changes;
    private final IdentityViews identityViews;
    private final ApplicationBureau bureau;

    @Activate
    public JpaApplications(
            @Reference Operations operations,
            @Reference Accounts accounts,
            @Reference Attachments attachments,
            @Reference IdentityNumbers numbers,
            @Reference AuditTrail audit,
            @Reference RuleBook book,
            @Reference Notices notices,
            @Reference Clock clock,
            @Reference(target = "(osgi.unit.name=registration)") JpaTemplate jpa,
            @Reference(target = "(schema=registration)") Migrated migrated) {
        IdentityReferences identities = new IdentityReferences(numbers);
        ApplicationViews views = new ApplicationViews(identities, attachments, book, clock);
        ApplicationCases cases = new ApplicationCases(operations, jpa, views, new ApplicationNews(notices));
        OfficeFamily family = new OfficeFamily(jpa);
        submission = new ApplicationSubmission(operations, jpa, book, identities, views, family);
        drafts = new ApplicationDrafts(operations, jpa, identities, views, cases, submission);
        files = new ApplicationFiles(attachments, audit, cases);
        identityViews = new IdentityViews(operations, jpa, numbers);
        changes = new ApplicationChanges(operations, audit);
        bureau = new ApplicationBureau(operations, jpa, accounts, views);
        ApplicationDecision decision = new ApplicationDecision(jpa, book, family);
        steps = new ApplicationSteps(accounts, cases)
                .with(submission.effects())
                .with(new ApplicationIntake(book, family).effects())
                .with(decision.effects())
                .withProposals(decision.proposals());
        ApplicationVisits visits = new ApplicationVisits(accounts, attachments, steps);
        steps.with(visits.effects()).withProposals(visits.proposals());
    }

    @Override
    public Application create(Caller caller, NewApplication request, String key) {
        return drafts.create(caller, request, key);
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
    public Application fire(Caller caller, String id, long version, Step step, String key) {
        return steps.fire(caller, id, version, step, key);
    }

    @Override
    public Precheck precheck(Caller caller, String id) {
        return submission.precheck(caller, id);
    }

    @Override
    public List<Change> changes(Caller caller, long after, int limit) {
        return changes.after(caller, after, limit);
    }

    @Override
    public Application get(Caller caller, String id) {
        return drafts.get(caller, id);
    }

    @Override
    public Submitted submission(Caller caller, String id, int revision) {
        return submission.submission(caller, id, revision);
    }

    @Override
    public Page<ApplicationRow> list(Caller caller, ApplicationFilter filter, PageRequest page) {
        return drafts.list(caller, filter, page);
    }

    @Override
    public List<ApplicationCount> counts(Caller caller, ApplicationFilter filter) {
        return bureau.counts(caller, filter);
    }

    @Override
    public List<Colleague> colleagues(Caller caller, Role role) {
        return bureau.colleagues(caller, role);
    }
}
