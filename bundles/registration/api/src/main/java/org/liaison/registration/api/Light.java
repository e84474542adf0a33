package org.liaison.registration.api;

import java.time.LocalDate;
import org.liaison.platform.api.workflow.Labelled;

/**
 * The Bureau's own clock of a case (办理时限), domain page 4.4: computed from stored state and calendar, never stored.
 *
 * @param kind what runs
 * @param since day of the event it counts from, which does not count itself; Asia/Shanghai
 * @param dueOn last day
 * @param provisional 暂定: the holiday notice of a year it touches is not loaded
 * @param colour of today
 */
public record Light(Kind kind, LocalDate since, LocalDate dueOn, boolean provisional, Colour colour) {
    /** What runs. */
    public enum Kind implements Labelled {
        CORRECTION("补正"),
        INTAKE("受理"),
        DECISION("办理"),
        HANDOVER("发证");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** How much has run: yellow from one half, red from four fifths (settings), overdue after the last day. */
    public enum Colour implements Labelled {
        GREEN("正常"),
        YELLOW("黄灯"),
        RED("红灯"),
        OVERDUE("超期");

        private final String label;

        Colour(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
