package org.liaison.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** The tests that leave the container as it is: they share one. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
    BootIT.class,
    OpenOfficeIT.class,
    AccountsIT.class,
    MainWayIT.class,
    MatrixIT.class,
    SamplesIT.class,
    ForeignSoapIT.class,
    HttpsIT.class,
    CertificateIT.class,
    LoginIT.class,
    SecondFactorIT.class,
    PortalIT.class,
    PortalFiguresIT.class,
    FilingPagesIT.class,
    BureauPagesIT.class
})
public class ContainerSuite {}
