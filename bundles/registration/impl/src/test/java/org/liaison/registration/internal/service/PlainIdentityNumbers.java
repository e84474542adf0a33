package org.liaison.registration.internal.service;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liaison.platform.api.IdentityNumbers;
import org.liaison.platform.api.Unit;

/** Identity numbers in a map. */
public final class PlainIdentityNumbers implements IdentityNumbers {
    private final Map<String, String> references = new HashMap<>();

    @Override
    public String keep(Unit unit, String number) {
        return references.computeIfAbsent(number, n -> "ref-" + references.size());
    }

    @Override
    public Optional<String> find(String number) {
        return Optional.ofNullable(references.get(number));
    }

    @Override
    public Map<String, String> reveal(Collection<String> wanted) {
        return references.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }
}
