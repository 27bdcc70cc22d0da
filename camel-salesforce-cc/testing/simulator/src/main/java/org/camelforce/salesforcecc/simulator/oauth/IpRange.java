package org.camelforce.salesforcecc.simulator.oauth;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A range of IP addresses from which logins are allowed.
 *
 * @param first literal of the lowest address
 * @param last literal of the highest address, of the same family
 */
public record IpRange(String first, String last) {

    /** @throws IllegalArgumentException if an address is no IP literal, or the families differ */
    public IpRange {
        if (bytes(first).length != bytes(last).length) {
            throw new IllegalArgumentException("addresses of two families: " + first + " and " + last);
        }
    }

    /**
     * @param address literal of an IP address
     * @return whether the range contains it
     * @throws IllegalArgumentException if it is no IP literal
     */
    public boolean contains(String address) {
        byte[] candidate = bytes(address);
        byte[] low = bytes(first);
        return candidate.length == low.length
                && Arrays.compareUnsigned(low, candidate) <= 0
                && Arrays.compareUnsigned(candidate, bytes(last)) <= 0;
    }

    private static byte[] bytes(String literal) {
        if (!literal.matches("[0-9.]+|[0-9A-Fa-f:.\\[\\]]*:[0-9A-Fa-f:.\\[\\]]*")) {
            throw new IllegalArgumentException("not an IP address: " + literal);
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address: " + literal, e);
        }
    }
}
