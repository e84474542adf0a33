package org.liaison.registration.internal.soap;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.activation.DataHandler;
import javax.annotation.Resource;
import javax.jws.WebService;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.ws.Holder;
import javax.xml.ws.WebServiceContext;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.web.SoapCalls;
import org.liaison.registration.api.Application.Material;
import org.liaison.registration.api.Application.MaterialFile;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Certificates;
import org.liaison.registration.api.NewApplication;
import org.liaison.registration.api.OfficeFilter;
import org.liaison.registration.api.Offices;
import org.liaison.registration.api.OpenedOffice;
import org.liaison.registration.api.Papers;
import org.liaison.registration.internal.rest.Queries;
import org.liaison.registration.internal.soap.wire.Application;
import org.liaison.registration.internal.soap.wire.Change;
import org.liaison.registration.internal.soap.wire.Dispatcher;
import org.liaison.registration.internal.soap.wire.Form;
import org.liaison.registration.internal.soap.wire.Office;
import org.liaison.registration.internal.soap.wire.Precheck;
import org.liaison.registration.internal.soap.wire.Step;

/** The operations of the contract: each reads its beans, calls the api once and answers beans. */
@WebService(
        endpointInterface = "org.liaison.registration.internal.soap.wire.Registration",
        targetNamespace = "urn:liaison:registration:v1",
        serviceName = "RegistrationService",
        portName = "RegistrationPort")
public final class RegistrationPort extends CertificateOperations {
    private final Offices offices;
    private final Applications applications;
    private final Uploads uploads;
    private final Operations operations;
    private final Beans beans = new GeneratedBeans();
    private final Calendars calendars = new Calendars();
    private WebServiceContext call;

    RegistrationPort(
            Offices offices,
            Applications applications,
            Certificates certificates,
            Papers papers,
            Uploads uploads,
            Operations operations) {
        super(certificates, papers);
        this.offices = offices;
        this.applications = applications;
        this.uploads = uploads;
        this.operations = operations;
    }

    /** Called once by the SOAP stack; the context speaks for the call of the current thread. */
    @Resource
    public void setCall(WebServiceContext call) {
        this.call = call;
    }

    @Override
    public void openOffice(
            String name,
            String hostCity,
            Dispatcher dispatcher,
            String letterNo,
            XMLGregorianCalendar letterDate,
            Holder<String> headAccount,
            String headName,
            String idempotencyKey,
            Holder<Office> office,
            Holder<String> oneTimePassword) {
        OpenedOffice opened = offices.open(
                caller(),
                new org.liaison.registration.api.OpenOffice(
                        name,
                        hostCity,
                        beans.toRecord(dispatcher),
                        letterNo,
                        calendars.toDay(letterDate),
                        headAccount.value,
                        headName),
                idempotencyKey);
        office.value = beans.toBean(opened.office());
        headAccount.value = opened.headAccount();
        oneTimePassword.value = opened.oneTimePassword();
    }

    @Override
    public Office getOffice(String id) {
        return beans.toBean(offices.get(caller(), id));
    }

    @Override
    public void listOffices(
            String status,
            String hostCity,
            String q,
            String sort,
            Integer limit,
            String after,
            Holder<List<Office>> items,
            Holder<String> next) {
        Page<org.liaison.registration.api.Office> page = offices.list(
                caller(),
                new OfficeFilter(Queries.status(status), hostCity, null, null, q, Queries.officeSort(sort)),
                page(limit, after));
        items.value = beans.offices(page.items());
        next.value = page.next();
    }

    @Override
    public Application createApplication(
            String officeId, String legacyCertificateNo, Form form, String idempotencyKey) {
        NewApplication request = new NewApplication(officeId, legacyCertificateNo, beans.toRecord(form));
        return beans.toBean(applications.create(caller(), request, idempotencyKey));
    }

    @Override
    public Application putForm(String id, long expectedVersion, Form form, String idempotencyKey) {
        return beans.toBean(applications.putForm(caller(), id, expectedVersion, beans.toRecord(form), idempotencyKey));
    }

    @Override
    public Application putMaterial(
            String id,
            long expectedVersion,
            String code,
            String documentNo,
            XMLGregorianCalendar documentDate,
            String idempotencyKey) {
        return beans.toBean(applications.putMaterial(
                caller(), id, expectedVersion, code, documentNo, calendars.toDay(documentDate), idempotencyKey));
    }

    @Override
    public Application addFile(
            String id, long expectedVersion, String code, String fileName, DataHandler content, String idempotencyKey) {
        if (content == null) {
            throw Invalid.malformed("content", "REQUIRED", "此项必填");
        }
        try (InputStream stream = content.getInputStream()) {
            return beans.toBean(
                    applications.addFile(caller(), id, expectedVersion, code, fileName, stream, idempotencyKey));
        } catch (IOException e) {
            throw unread(e);
        }
    }

    @Override
    public Application removeFile(String id, long expectedVersion, String fileId, String idempotencyKey) {
        return beans.toBean(applications.removeFile(caller(), id, expectedVersion, fileId, idempotencyKey));
    }

    @Override
    public String startUpload(String fileName) {
        Caller caller = caller();
        return operations.read(caller, Uploads.WRITE, scope -> uploads.start(caller.account(), fileName));
    }

    @Override
    public long appendPart(String uploadId, long offset, byte[] part) {
        Caller caller = caller();
        return operations.read(
                caller, Uploads.WRITE, scope -> uploads.append(caller.account(), uploadId, offset, part));
    }

    @Override
    public Application finishUpload(
            String uploadId, String id, long expectedVersion, String code, String idempotencyKey) {
        Caller caller = caller();
        String fileName = uploads.fileName(caller.account(), uploadId);
        try (InputStream stream = uploads.content(caller.account(), uploadId)) {
            return beans.toBean(
                    applications.addFile(caller, id, expectedVersion, code, fileName, stream, idempotencyKey));
        } catch (IOException e) {
            throw unread(e);
        }
    }

    @Override
    public void openFile(
            String id,
            String fileId,
            String reason,
            Holder<String> fileName,
            Holder<String> mediaType,
            Holder<DataHandler> content) {
        Caller caller = caller();
        MaterialFile file = applications.get(caller, id).materials().stream()
                .map(Material::files)
                .flatMap(List::stream)
                .filter(f -> f.id().equals(fileId))
                .findFirst()
                .orElseThrow(NotFound::new);
        InputStream stream = applications.openFile(caller, id, fileId, reason);
        fileName.value = file.fileName();
        mediaType.value = file.mediaType();
        content.value = new DataHandler(new OpenedFile(file.fileName(), stream));
    }

    @Override
    public String viewIdentityNumber(String id, String path, String reason) {
        return applications.viewIdentityNumber(caller(), id, path, reason);
    }

    @Override
    public Application fireStep(String id, long expectedVersion, Step step, String idempotencyKey) {
        return beans.toBean(applications.fire(caller(), id, expectedVersion, beans.toRecord(step), idempotencyKey));
    }

    @Override
    public Precheck precheckApplication(String id) {
        return beans.toBean(applications.precheck(caller(), id));
    }

    @Override
    public List<Change> listChanges(long after, Integer limit) {
        return beans.changes(applications.changes(caller(), after, limit == null ? PageRequest.DEFAULT : limit));
    }

    @Override
    public Application getApplication(String id) {
        return beans.toBean(applications.get(caller(), id));
    }

    @Override
    public void listApplications(
            String state,
            String hostCity,
            String claim,
            String light,
            Integer limit,
            String after,
            Holder<List<org.liaison.registration.internal.soap.wire.ApplicationRow>> items,
            Holder<String> next) {
        ApplicationFilter filter = new ApplicationFilter(
                Queries.state(state), hostCity, Queries.claim(claim), Queries.light(light), null, null);
        Page<ApplicationRow> page = applications.list(caller(), filter, page(limit, after));
        items.value = beans.rows(page.items());
        next.value = page.next();
    }

    @Override
    Caller caller() {
        return SoapCalls.caller(call);
    }

    private static PageRequest page(Integer limit, String after) {
        return new PageRequest(limit == null ? PageRequest.DEFAULT : limit, after);
    }

    private static Invalid unread(IOException e) {
        Invalid error = Invalid.malformed("content", "UNREADABLE", "附件内容无法读取");
        error.addSuppressed(e);
        return error;
    }
}
