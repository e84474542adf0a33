package org.liaison.platform.internal.security;

/**
 * The wrong passwords of one account or from one source. A clock that is set back neither ends a lock nor forgets a failure:
 * both wait until it has come to their time again. A pause is over then, since it would last far too long.
 *
 * @param failures how many count
 * @param at when the last one was counted, ms since 1970
 * @param until until when nobody is let in, ms since 1970
 */
record Guess(int failures, long at, long until) {
    static final Guess NONE = new Guess(0, 0, 0);

    boolean holds(GuessLimit limit, long now) {
        return now < until && (now >= at || failures >= limit.most());
    }

    /** Whether it is a lock and not only a pause. */
    boolean locks(GuessLimit limit, long now) {
        return now < until && failures >= limit.most();
    }

    /** Whether nothing of it counts any more. */
    boolean over(GuessLimit limit, long now) {
        return now >= until
                && (failures >= limit.most() || now - at >= limit.window().toMillis());
    }

    /** With one more. */
    Guess more(GuessLimit limit, long now) {
        int count = over(limit, now) ? 1 : failures + 1;
        long time = Math.max(now, at);
        return new Guess(count, time, time + limit.pause(count).toMillis());
    }
}
