package org.liaison.platform.web.internal.front;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.platform.api.Networks;

/**
 * What one family of headers says of the way a request came: {@code Forwarded} (RFC 7239), or {@code X-Forwarded-For} with
 * {@code X-Forwarded-Proto}. A proxy may set one family and pass the other on as its client sent it, so each stands for
 * itself and both have to agree.
 *
 * @param hops who spoke to each proxy, the nearest proxy's client last; empty = no address
 * @param confidential whether every hop that is told of was HTTPS
 */
record Forwarding(List<Optional<InetAddress>> hops, boolean confidential) {
    private static final Pattern PAIR = Pattern.compile("([A-Za-z-]+)\\s*=\\s*(\"[^\"]*\"|[^\\s;,\"]*)");
    private static final Pattern PORT = Pattern.compile("(\\[.*]|[^:]*):\\d+");

    /** The families that a request brings, none to two. @param header all lines of a header */
    static List<Forwarding> of(Function<String, List<String>> header) {
        List<String> standard = elements(header.apply("Forwarded"));
        List<String> addresses = elements(header.apply("X-Forwarded-For"));
        List<String> schemes = elements(header.apply("X-Forwarded-Proto"));
        List<Forwarding> said = new ArrayList<>();
        if (!standard.isEmpty()) {
            said.add(new Forwarding(
                    standard.stream().map(element -> node(pair(element, "for"))).toList(),
                    standard.stream().allMatch(element -> https(pair(element, "proto")))));
        }
        if (!addresses.isEmpty() || !schemes.isEmpty()) {
            said.add(new Forwarding(
                    addresses.stream().map(Forwarding::node).toList(),
                    !schemes.isEmpty() && schemes.stream().allMatch(Forwarding::https)));
        }
        return said;
    }

    /** The nearest hop that is no trusted proxy; the farthest when all are. Empty when a hop on the way is no address. */
    Optional<InetAddress> client(Networks trusted) {
        Optional<InetAddress> client = Optional.empty();
        for (int i = hops.size() - 1; i >= 0; i--) {
            client = hops.get(i);
            if (client.isEmpty() || !trusted.contains(client.get())) {
                return client;
            }
        }
        return client;
    }

    private static List<String> elements(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private static String pair(String element, String name) {
        return PAIR.matcher(element)
                .results()
                .filter(pair -> pair.group(1).equalsIgnoreCase(name))
                .map(pair -> pair.group(2).replace("\"", ""))
                .findFirst()
                .orElse("");
    }

    private static Optional<InetAddress> node(String text) {
        Optional<InetAddress> bare = Networks.address(text);
        Matcher port = PORT.matcher(text);
        return bare.isPresent() || !port.matches() ? bare : Networks.address(port.group(1));
    }

    private static boolean https(String scheme) {
        return scheme.equalsIgnoreCase("https");
    }
}
