package org.liaison.platform.web.internal.front;

/** A request that stands in line for an interface that is away. */
interface Line {
    /** The interface is there again: go on. Called once, outside of any lock. */
    void proceed();

    /** The bound is reached: answer 503. Called once, outside of any lock, instead of {@link #proceed}. */
    void giveUp();

    /** The address is no more: answer 404. Called once, outside of any lock, instead of {@link #proceed}. */
    void gone();
}
