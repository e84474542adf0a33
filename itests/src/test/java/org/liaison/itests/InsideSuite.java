package org.liaison.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** The tests that run inside the container, one after the other: Pax Exam speaks with one container at a time. */
@RunWith(Suite.class)
@Suite.SuiteClasses({TwoUnitsIT.class, SecondContextIT.class, AddressIT.class})
public class InsideSuite {}
