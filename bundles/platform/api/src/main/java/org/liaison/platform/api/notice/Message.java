package org.liaison.platform.api.notice;

import java.util.Map;
import java.util.Objects;

/**
 * What is to be said (消息). The words stand in the rule book: the setting {@code notice.<rule>.title} holds fixed words, which
 * are all that a text message (短信) carries, and {@code notice.<rule>.text} a sentence in which {@code {name}} stands for a fact.
 *
 * @param rule name of the words, e.g. {@code registration.application.returned}, at most 60 characters
 * @param subject type of the thing it is about, e.g. {@code application}
 * @param subjectId its id
 * @param officeId office the thing belongs to; null for things of no office
 * @param occasion tells repeats apart, e.g. the version of the case, at most 60 characters: one person is told one rule of
 *     one subject once an occasion, however often it is asked for
 * @param facts what the words leave open; never an identity number, a telephone number or another secret of a person
 */
public record Message(
        String rule, String subject, String subjectId, String officeId, String occasion, Map<String, String> facts) {
    public Message {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(subjectId, "subjectId");
        Objects.requireNonNull(occasion, "occasion");
        facts = Map.copyOf(facts);
    }
}
