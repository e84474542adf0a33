package org.liaison.registration.internal.demo;

/** One piece of the demonstration data (演示数据). */
interface Seed {
    /**
     * Makes what is missing of the piece, through the services and as a person would; does nothing when all is there.
     * Runs again after an exception.
     */
    void sow();
}
