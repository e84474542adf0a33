package org.liaison.registration.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import org.liaison.registration.api.CertificateFace;
import org.liaison.registration.api.CopyKind;

/** What stands on a certificate's face (登记证记载事项): written once with the version. */
@Embeddable
public class FaceRow {
    @Column(name = "face_name", updatable = false)
    private String name;

    @Column(name = "face_dispatcher", updatable = false)
    private String dispatcher;

    @Column(name = "face_nature", updatable = false)
    private String nature;

    @Column(name = "face_level", updatable = false)
    private String establishmentLevel;

    @Column(name = "face_address", updatable = false)
    private String address;

    @Column(name = "face_head", updatable = false)
    private String head;

    @Column(name = "face_business", updatable = false)
    private String mainBusiness;

    @Column(name = "issued_on", updatable = false)
    private LocalDate issueDate;

    @Column(name = "face_issuer", updatable = false)
    private String issuer;

    protected FaceRow() {}

    FaceRow(CertificateFace face) {
        this.name = face.name();
        this.dispatcher = face.dispatcher();
        this.nature = face.nature();
        this.establishmentLevel = face.establishmentLevel();
        this.address = face.address();
        this.head = face.head();
        this.mainBusiness = face.mainBusiness();
        this.issueDate = face.issueDate();
        this.issuer = face.issuer();
    }

    CertificateFace toFace(String number, String token, CopyKind kind) {
        return new CertificateFace(
                name,
                dispatcher,
                nature,
                establishmentLevel,
                address,
                head,
                mainBusiness,
                issueDate,
                issuer,
                number,
                token,
                kind);
    }

    LocalDate issueDate() {
        return issueDate;
    }
}
