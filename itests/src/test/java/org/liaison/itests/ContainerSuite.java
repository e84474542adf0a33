package org.liaison.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** The tests of the shipped distribution. */
@RunWith(Suite.class)
@Suite.SuiteClasses({ManifestArrowsIT.class, OfflineBootIT.class})
public class ContainerSuite {}
