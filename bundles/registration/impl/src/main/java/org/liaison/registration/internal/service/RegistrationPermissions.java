package org.liaison.registration.internal.service;

import static org.liaison.platform.api.Role.AUD;
import static org.liaison.platform.api.Role.CLK;
import static org.liaison.platform.api.Role.DGV;
import static org.liaison.platform.api.Role.FIL;
import static org.liaison.platform.api.Role.HED;
import static org.liaison.platform.api.Role.INS;
import static org.liaison.platform.api.Role.LDR;
import static org.liaison.platform.api.Role.LEG;
import static org.liaison.platform.api.Role.PSU;
import static org.liaison.platform.api.Role.REV;

import org.liaison.platform.api.ApiScope;
import org.liaison.platform.api.PermissionTable;
import org.liaison.platform.api.Role;
import org.liaison.registration.internal.certificate.CertificateWorkflow;

/**
 * The permission table of registration, domain page 6.2 rows 1 to 5, 30 and 38. The rows of the workflows' events come from
 * {@link ApplicationWorkflow#TABLE} and {@link CertificateWorkflow#TABLE}; what stands in none of them is refused.
 */
public final class RegistrationPermissions {
    /** Open an office with its first head. */
    public static final String OFFICE_OPEN = "registration.office.open";
    /** Read offices and the register (row 1). */
    public static final String OFFICE_READ = "registration.office.read";
    /** See the figures of the register and of the filings (row 30). */
    public static final String FIGURES_READ = "registration.figures.read";
    /** Read applications and queues (row 3); the viewer of the dispatching side sees approved ones, LEG its own drafts only. */
    public static final String APPLICATION_READ = "registration.application.read";
    /** Change form, materials and files of a draft or a returned application. */
    public static final String APPLICATION_EDIT = "registration.application.edit";
    /** Add a photo of an on-site check one was sent to. */
    public static final String APPLICATION_PHOTO = "registration.application.photo";
    /** Send a file in parts before it becomes a material or a photo of an application. */
    public static final String UPLOAD_WRITE = "registration.upload.write";
    /** Ask what submission would say. */
    public static final String APPLICATION_PRECHECK = "registration.application.precheck";
    /** Store that time has let an application lapse, as the first part of any other write. */
    public static final String APPLICATION_LAPSE = "registration.application.lapse";
    /** Follow what happens to applications by polling. */
    public static final String CHANGES_READ = "registration.changes.read";
    /** Read the content of a material's file (row 4); the Bureau's people give a reason, a filer sees his own uploads. */
    public static final String FILE_READ = "registration.file.read";
    /** See one identity number whole (rows 1 and 4), with a reason whoever asks; nobody whose row is always masked. */
    public static final String IDENTITY_VIEW = "registration.identity.view";
    /** Print the documents of an application that its office may have. */
    public static final String PAPER_PRINT = "registration.paper.print";
    /** Print the Bureau's internal documents of an application. */
    public static final String PAPER_INTERNAL = "registration.paper.internal";

    /** The table. */
    public static final PermissionTable TABLE = ApplicationWorkflow.TABLE
            .grant(CertificateWorkflow.TABLE.grant(PermissionTable.of("registration")))
            .grant(OFFICE_OPEN, CLK)
            .grant(OFFICE_READ, CLK, REV, LDR, PSU, INS, FIL, HED, DGV, LEG, AUD)
            .grant(FIGURES_READ, CLK, REV, LDR, FIL, HED, DGV, AUD)
            .grant(APPLICATION_READ, CLK, REV, LDR, INS, FIL, HED, DGV, LEG, AUD)
            .grant(APPLICATION_EDIT, FIL, HED, LEG)
            .grant(APPLICATION_PHOTO, CLK, INS)
            .grant(UPLOAD_WRITE, CLK, INS, FIL, HED, LEG)
            .grant(APPLICATION_PRECHECK, CLK, REV, LDR, FIL, HED, LEG)
            .grant(APPLICATION_LAPSE, CLK, REV, LDR, FIL, HED, LEG)
            .grant(CHANGES_READ, LEG, AUD)
            .grant(FILE_READ, CLK, REV, LDR, FIL, HED)
            .grant(IDENTITY_VIEW, CLK, REV, LDR, FIL, HED)
            .grant(PAPER_PRINT, CLK, REV, LDR, FIL, HED, AUD)
            .grant(PAPER_INTERNAL, CLK, REV, LDR, AUD)
            .grant(CertificateWorkflow.READ, CLK, REV, LDR, FIL, HED, DGV, AUD)
            .grantEverywhere(CertificateWorkflow.CHECK, Role.values())
            .scope(ApiScope.OFFICE_READ, OFFICE_READ)
            .scope(ApiScope.CERTIFICATE_VERIFY, CertificateWorkflow.CHECK)
            .scope(
                    ApiScope.APPLICATION_PUSH,
                    "registration.application.create",
                    APPLICATION_READ,
                    APPLICATION_EDIT,
                    UPLOAD_WRITE,
                    APPLICATION_PRECHECK,
                    APPLICATION_LAPSE)
            .scope(ApiScope.CHANGES_POLL, CHANGES_READ)
            .build();

    private RegistrationPermissions() {}
}
