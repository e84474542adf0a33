package org.liaison.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** What must be so on PostgreSQL even in a short run. */
@RunWith(Suite.class)
@Suite.SuiteClasses({BootIT.class, MainWayIT.class, PowerCutIT.class, TwoNodesIT.class, DatabaseAwayIT.class})
public class PostgresSuite {}
