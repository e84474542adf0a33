package org.liaison.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** What must be so on PostgreSQL even in a short run, of the tests that share a container. */
@RunWith(Suite.class)
@Suite.SuiteClasses({BootIT.class, MainWayIT.class})
public class PostgresSuite {}
