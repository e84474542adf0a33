package org.liaison.platform.web.internal.front;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/**
 * How often those without login may come: so many requests a minute from one source, so many in all. Keeps a bounded number
 * of sources; when there are more, the further ones share one count. Thread-safe.
 */
final class VisitLimit {
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int MOST_SOURCES = 10_000;
    private static final String FURTHER = "";
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");
    private static final int NETWORK_BYTES = 8;

    private final int perSource;
    private final int total;
    private final LongSupplier nanos;
    private final Map<String, Integer> counts = new HashMap<>();
    private long started;
    private int all;

    /**
     * @param perSource requests a minute from one source
     * @param total requests a minute from all
     * @param nanos a clock that only goes forward
     */
    VisitLimit(int perSource, int total, LongSupplier nanos) {
        this.perSource = perSource;
        this.total = total;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
    }

    /** Counts a request. @return whether it is within the bounds */
    synchronized boolean admit(String source) {
        long now = nanos.getAsLong();
        if (now - started >= MINUTE_NANOS) {
            started = now;
            all = 0;
            counts.clear();
        }
        String counted = counts.containsKey(source) || counts.size() < MOST_SOURCES ? source : FURTHER;
        if (all >= total || counts.merge(counted, 1, Integer::sum) > perSource) {
            return false;
        }
        all++;
        return true;
    }

    /**
     * Where a request comes from. A proxy on this machine names its client last in {@code X-Forwarded-For}; nobody else is
     * believed. An IPv6 client may take any address of its network, so the network is the source.
     */
    static String source(HttpServletRequest request) {
        String direct = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        String address = direct;
        if (forwarded != null && Login.loopback(direct)) {
            String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
            // only what is an address: a name would be looked up
            address = ADDRESS.matcher(last).matches() && last.matches(".*[.:].*") ? last : direct;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? new BigInteger(1, Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)).toString(16)
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return direct;
        }
    }
}
