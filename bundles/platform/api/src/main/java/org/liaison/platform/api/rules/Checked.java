package org.liaison.platform.api.rules;

/**
 * What a check of a typed code found.
 *
 * @param level OK, WARNING (kept, a clerk must answer it) or ERROR
 * @param code stable code of the rule broken, upper snake case; null when OK
 * @param message Chinese sentence; null when OK
 */
public record Checked(Level level, String code, String message) {
    /** Nothing is wrong. */
    public static final Checked OK = new Checked(Level.OK, null, null);

    static Checked warning(String code, String message) {
        return new Checked(Level.WARNING, code, message);
    }

    static Checked error(String code, String message) {
        return new Checked(Level.ERROR, code, message);
    }

    public boolean ok() {
        return level == Level.OK;
    }

    /** Whether the value must be refused. */
    public boolean refused() {
        return level == Level.ERROR;
    }

    /** How bad it is. */
    public enum Level {
        OK,
        WARNING,
        ERROR
    }
}
