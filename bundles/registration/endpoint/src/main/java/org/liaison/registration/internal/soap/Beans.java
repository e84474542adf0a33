package org.liaison.registration.internal.soap;

import java.util.List;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.BlankForm;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.CertificateCheck;
import org.liaison.registration.api.CertificateRow;
import org.liaison.registration.api.Change;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Light;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.Precheck;
import org.liaison.registration.api.Review;
import org.liaison.registration.api.Step;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Records of the api and beans of the contract. A property that one side has and the other has not fails the build. */
@Mapper(
        uses = Calendars.class,
        implementationName = "Generated<CLASS_NAME>",
        unmappedTargetPolicy = ReportingPolicy.ERROR,
        unmappedSourcePolicy = ReportingPolicy.ERROR)
interface Beans {
    org.liaison.registration.internal.soap.wire.Form toBean(Form form);

    Form toRecord(org.liaison.registration.internal.soap.wire.Form form);

    Form.Dispatcher toRecord(org.liaison.registration.internal.soap.wire.Dispatcher dispatcher);

    @Mapping(target = "stateLabel", expression = "java(application.state().label())")
    org.liaison.registration.internal.soap.wire.Application toBean(Application application);

    @Mapping(target = "stateLabel", expression = "java(row.state().label())")
    org.liaison.registration.internal.soap.wire.ApplicationRow toBean(ApplicationRow row);

    @Mapping(target = "statusLabel", expression = "java(office.status().label())")
    org.liaison.registration.internal.soap.wire.Office toBean(Office office);

    @Mapping(target = "eventLabel", expression = "java(opinion.event().label())")
    @Mapping(target = "stateLabel", expression = "java(opinion.state().label())")
    org.liaison.registration.internal.soap.wire.Opinion toBean(Application.Opinion opinion);

    @Mapping(target = "kindLabel", expression = "java(light.kind().label())")
    @Mapping(target = "colourLabel", expression = "java(light.colour().label())")
    org.liaison.registration.internal.soap.wire.Light toBean(Light light);

    @Mapping(target = "eventLabel", expression = "java(proposal.event().label())")
    org.liaison.registration.internal.soap.wire.Proposal toBean(Review.Proposal proposal);

    org.liaison.registration.internal.soap.wire.Precheck toBean(Precheck precheck);

    Step toRecord(org.liaison.registration.internal.soap.wire.Step step);

    List<org.liaison.registration.internal.soap.wire.Change> changes(List<Change> changes);

    List<org.liaison.registration.internal.soap.wire.ApplicationRow> rows(List<ApplicationRow> rows);

    List<org.liaison.registration.internal.soap.wire.Office> offices(List<Office> offices);

    @Mapping(target = "stateLabel", expression = "java(certificate.state().label())")
    org.liaison.registration.internal.soap.wire.Certificate toBean(Certificate certificate);

    @Mapping(target = "kindLabel", expression = "java(copy.kind().label())")
    org.liaison.registration.internal.soap.wire.CertificateCopy toBean(Certificate.Copy copy);

    @Mapping(target = "stateLabel", expression = "java(row.state().label())")
    org.liaison.registration.internal.soap.wire.CertificateRow toBean(CertificateRow row);

    List<org.liaison.registration.internal.soap.wire.CertificateRow> certificates(List<CertificateRow> rows);

    @Mapping(target = "statusLabel", expression = "java(check.status().label())")
    org.liaison.registration.internal.soap.wire.CertificateCheck toBean(CertificateCheck check);

    List<BlankForm> forms(List<org.liaison.registration.internal.soap.wire.BlankForm> forms);
}
