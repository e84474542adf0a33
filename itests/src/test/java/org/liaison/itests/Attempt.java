package org.liaison.itests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liaison.itests.Rights.Face;

/**
 * One call of a face by somebody on something, and what came of it.
 *
 * @param who the caller
 * @param place where the thing lies, as the caller sees it
 * @param status as REST has it; a fault or a sentence on the console is translated
 * @param body every byte that was answered, headers included
 */
record Attempt(Face face, Person who, Place place, int status, String body) {
    /** Somebody with one acting role. @param role PUB for who has no login: the contracts are closed to him */
    record Person(String name, String role) {}

    /** Where a thing lies. */
    enum Place {
        /** The call is about no thing. */
        NONE,
        /** Within what the caller may see. */
        INSIDE,
        /** Within sight, but only its maker's (row 4 of the matrix: a filer opens the own uploads). */
        WITHHELD,
        /** Of another office, dispatcher or task. */
        FOREIGN,
        /** Nowhere. */
        MISSING,
        /** Nowhere, and of a kind of which the test makes none. */
        UNMADE
    }

    /** What differs from what the tables say; empty when nothing does. */
    static List<String> differences(List<Attempt> attempts, Rights rights) {
        return attempts.stream()
                .filter(attempt -> !attempt.expected(rights))
                .map(Attempt::toString)
                .toList();
    }

    private boolean expected(Rights rights) {
        if (who.role().equals("PUB")) {
            return status == 401;
        }
        if (!rights.may(who.role(), face)) {
            return status == 403 || status == 404 && place != Place.NONE || status == 400 && ownAccount();
        }
        return switch (place) {
            case NONE, INSIDE -> status != 401 && status != 403 && status != 404 && status < 500;
            case WITHHELD -> status == 403;
            case FOREIGN, MISSING -> status == 404;
            case UNMADE -> status >= 400 && status < 500 && status != 401 && status != 403;
        };
    }

    // a request about the caller's own account that holds nothing is called unreadable before the gate is asked
    private boolean ownAccount() {
        return face.face().equals("REST") && face.operations().get(0).matches("platform\\.(own-|password\\.).*");
    }

    /** Where somebody could tell a foreign thing from a missing one by the answer. */
    static List<String> tellTales(List<Attempt> attempts) {
        Map<List<Object>, Attempt> foreign = new LinkedHashMap<>();
        List<String> found = new ArrayList<>();
        attempts.stream()
                .filter(attempt -> attempt.place == Place.FOREIGN)
                .forEach(attempt -> foreign.put(List.of(attempt.face, attempt.who), attempt));
        for (Attempt missing : attempts) {
            Attempt other = foreign.get(List.of(missing.face, missing.who));
            if (missing.place == Place.MISSING && other != null && !missing.sameAnswer(other)) {
                found.add(other + " but " + missing + "\n" + other.body + "\n" + missing.body);
            }
        }
        return found;
    }

    private boolean sameAnswer(Attempt other) {
        return status == other.status && plain(body).equals(plain(other.body));
    }

    // ids and the time of day differ between any two answers
    private static String plain(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("date=\\[[^]]*]", "");
    }

    /** Answers in which one of the words stands. */
    static List<String> leaks(List<Attempt> attempts, List<String> words) {
        return attempts.stream()
                .filter(attempt -> words.stream().anyMatch(attempt.body::contains))
                .map(Attempt::toString)
                .toList();
    }

    Attempt by(Person another, Place where) {
        return new Attempt(face, another, where, status, body);
    }

    @Override
    public String toString() {
        return face.face() + " " + face.name() + (face.variant().isEmpty() ? "" : "/" + face.variant()) + " by "
                + who.name() + " (" + who.role() + ") on " + place + ": " + status;
    }
}
