package org.liaison.platform.internal.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;

/**
 * One login that is tried.
 *
 * @param account as typed
 * @param channel the way it came
 * @param source network address, or what stands for it
 */
record Attempt(String account, Channel channel, String source) {
    static final String ACCOUNT = "A:";
    static final String SOURCE = "S:";

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");
    private static final int NETWORK_BYTES = 8;
    private static final int LONGEST = 60;

    /** The account as it may be written down: what people type into the wrong field may be a password. */
    String shown() {
        return AccountNames.login(account) ? account : "?";
    }

    String accountRow() {
        return ACCOUNT + shown();
    }

    String sourceRow() {
        return SOURCE + place(source);
    }

    /** Somebody who is not logged in, as the audit trail names him. */
    Caller nobody() {
        return new Caller(shown(), shown(), List.of(), null, channel, source);
    }

    /** What counts as one source: an address; of IPv6 the network, since a client may take any address in it. */
    static String place(String source) {
        if (source == null || !ADDRESS.matcher(source).matches()) {
            return source == null ? "-" : source.substring(0, Math.min(source.length(), LONGEST));
        }
        try {
            InetAddress parsed = InetAddress.getByName(source);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return source;
        }
    }
}
