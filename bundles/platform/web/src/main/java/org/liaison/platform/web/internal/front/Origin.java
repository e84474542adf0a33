package org.liaison.platform.web.internal.front;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Networks;

/**
 * Where a request comes from (来源), and whether others could read along: the only place that says so. What a proxy says of
 * its client is believed of trusted proxies alone; what anybody else says of himself takes the privilege of this machine
 * away and gives nothing.
 *
 * @param address address of the client, as text; of the nearest proxy when what it says makes no sense
 * @param confidential whether the client spoke TLS, or speaks from this machine
 * @param local whether the client is on this machine
 */
public record Origin(String address, boolean confidential, boolean local) {
    private static final int NETWORK_BYTES = 8;
    // the client hung up before it was asked for its address
    private static final Origin GONE = new Origin("0.0.0.0", false, false);

    /** The origin of a request as the front found it; of its bare connection when it did not come by the front. */
    public static Origin of(HttpServletRequest request) {
        Object found = request.getAttribute(Origin.class.getName());
        return found == null ? resolve(request, Networks.NONE) : (Origin) found;
    }

    /** Finds the origin and puts it on the request. */
    static Origin note(HttpServletRequest request, Networks trusted) {
        Origin origin = resolve(request, trusted);
        request.setAttribute(Origin.class.getName(), origin);
        return origin;
    }

    private static Origin resolve(HttpServletRequest request, Networks trusted) {
        Optional<InetAddress> connected =
                Optional.ofNullable(request.getRemoteAddr()).flatMap(Networks::address);
        if (connected.isEmpty()) {
            return GONE;
        }
        InetAddress peer = connected.get();
        List<Forwarding> said = Forwarding.of(name -> lines(request, name));
        if (said.isEmpty()) {
            boolean local = peer.isLoopbackAddress();
            return new Origin(peer.getHostAddress(), request.isSecure() || local, local);
        }
        if (!trusted.contains(peer)) {
            return new Origin(peer.getHostAddress(), request.isSecure(), false);
        }
        List<Optional<InetAddress>> clients =
                said.stream().map(way -> way.client(trusted)).distinct().toList();
        if (clients.size() > 1 || clients.get(0).isEmpty()) {
            return new Origin(peer.getHostAddress(), false, false);
        }
        return new Origin(
                clients.get(0).get().getHostAddress(), said.stream().allMatch(Forwarding::confidential), false);
    }

    private static List<String> lines(HttpServletRequest request, String header) {
        var lines = request.getHeaders(header);
        return lines == null ? List.of() : Collections.list(lines);
    }

    /** What limits count by: an IPv4 address, or an IPv6 network of 64 bits, since a client may take any address in it. */
    String network() {
        InetAddress parsed = Networks.address(address).orElseThrow();
        return parsed instanceof Inet6Address
                ? new BigInteger(1, Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)).toString(16)
                : address;
    }

    /** @throws Forbidden {@code TLS_REQUIRED} when others on the network could read along */
    public void requireSecrecy() {
        if (!confidential) {
            throw new Forbidden("TLS_REQUIRED", "口令只能通过HTTPS发送，请改用https地址");
        }
    }
}
