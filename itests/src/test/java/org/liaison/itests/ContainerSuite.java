package org.liaison.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** Every container test, in one run against one shipped archive. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
    OfflineBootIT.class,
    BootIT.class,
    PlatformAloneIT.class,
    OpenOfficeIT.class,
    AccountsIT.class,
    MainWayIT.class,
    MatrixIT.class,
    SamplesIT.class,
    BadInputIT.class,
    PrivacyIT.class,
    ForeignSoapIT.class,
    FirstFilingIT.class,
    ReplacementIT.class,
    PowerCutIT.class,
    TwoUnitsIT.class,
    SecondContextIT.class,
    AddressIT.class,
    HttpsIT.class,
    CertificateIT.class,
    NoticesIT.class,
    LoginIT.class
})
public class ContainerSuite {}
