package org.liaison.platform.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A list of networks in CIDR form (地址名单), IPv4 and IPv6; an address without a length is a network of its own. Names are
 * never looked up. An IPv4 address in the dress of IPv6 ({@code ::ffff:192.0.2.1}) is the IPv4 address. Immutable.
 *
 * @param list the networks, at most 50
 */
public record Networks(List<Network> list) {
    /** No network: contains nothing. */
    public static final Networks NONE = new Networks(List.of());

    private static final int MOST = 50;
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    public Networks {
        list = List.copyOf(list);
        if (list.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " networks");
        }
    }

    /**
     * Reads networks separated by commas or white space, e.g. {@code 10.1.0.0/16, 2001:db8::/32}.
     *
     * @throws IllegalArgumentException naming the first entry that is no network, or has bits behind its length
     */
    public static Networks parse(String text) {
        return new Networks(Arrays.stream(text.strip().split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .map(Network::parse)
                .toList());
    }

    /** Reads one address as it stands in a header or comes from a socket; a zone is dropped. Empty when it is none. */
    public static Optional<InetAddress> address(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int zone = bare.indexOf('%');
        bare = zone < 0 ? bare : bare.substring(0, zone);
        if (!IPV4.matcher(bare).matches()
                && !(bare.indexOf(':') >= 0 && IPV6.matcher(bare).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        return list.stream().anyMatch(network -> network.contains(address));
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return list.stream().map(Network::toString).collect(Collectors.joining(","));
    }

    /**
     * One network.
     *
     * @param bits length of the prefix
     */
    public record Network(InetAddress address, int bits) {
        private static Network parse(String text) {
            int slash = text.indexOf('/');
            InetAddress address = Networks.address(slash < 0 ? text : text.substring(0, slash))
                    .orElseThrow(() -> new IllegalArgumentException("no address: " + text));
            int most = address.getAddress().length * 8;
            int bits = most;
            if (slash >= 0) {
                String length = text.substring(slash + 1);
                bits = length.matches("\\d{1,3}") ? Integer.parseInt(length) : -1;
            }
            if (bits < 0 || bits > most) {
                throw new IllegalArgumentException("no length of a network: " + text);
            }
            Network network = new Network(address, bits);
            if (!Arrays.equals(network.prefix(address), address.getAddress())) {
                throw new IllegalArgumentException("bits behind the length of the network: " + text);
            }
            return network;
        }

        boolean contains(InetAddress other) {
            return other.getAddress().length == address.getAddress().length
                    && Arrays.equals(prefix(other), address.getAddress());
        }

        private byte[] prefix(InetAddress of) {
            byte[] bytes = of.getAddress();
            for (int i = 0; i < bytes.length; i++) {
                int kept = Math.max(0, Math.min(8, bits - 8 * i));
                bytes[i] &= (byte) (0xFF << (8 - kept));
            }
            return bytes;
        }

        @Override
        public String toString() {
            return address.getHostAddress() + "/" + bits;
        }
    }
}
