package org.camelforce.salesforcecc.internal.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret or token may be sent: Salesforce's own domains over https, {@code localhost} and the loopback
 * addresses, and the hosts that the user has allowed over https. Everything else is refused before a byte is sent.
 */
public final class TrustedHosts {

    private static final List<String> SALESFORCE_DOMAINS = List.of(
            "salesforce.com", "force.com", "salesforce.mil", "crmforce.mil", "sfcrmproducts.cn", "sfcrmapps.cn");

    private final Set<String> allowed;

    private TrustedHosts(Set<String> allowed) {
        this.allowed = allowed;
    }

    /** @return Salesforce's domains and loopback */
    public static TrustedHosts salesforceOnly() {
        return new TrustedHosts(Set.of());
    }

    /**
     * @param hosts host names, without scheme and port, to trust besides Salesforce's
     * @return Salesforce's domains, loopback and these hosts
     * @throws IllegalArgumentException if one is more or less than a host name, and so would never be one; the message
     *     names the option
     */
    public static TrustedHosts and(Collection<String> hosts) {
        return new TrustedHosts(hosts.stream()
                .map(String::trim)
                .filter(host -> !host.isEmpty())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .map(TrustedHosts::requireHost)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * @param url any URL
     * @return whether a secret or token may be sent there
     */
    public boolean trusts(URI url) {
        String host = hostOf(url);
        if (url.getUserInfo() != null) {
            return false;
        }
        if (isLoopback(host)) {
            return "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        }
        return "https".equalsIgnoreCase(url.getScheme()) && (allowed.contains(host) || isSalesforce(host));
    }

    /** Whether the user has named this host. */
    boolean isAllowed(String host) {
        return allowed.contains(host);
    }

    private static String requireHost(String entry) {
        String host = null;
        try {
            host = new URI("https://" + entry).parseServerAuthority().getHost();
        } catch (URISyntaxException e) {
            // a wildcard, for example, stands in no host name
        }
        if (entry.equals(host)) {
            return entry;
        }
        throw new IllegalArgumentException("Option allowedHosts has the entry " + OutsideText.said(entry)
                + ", which is not a hostname. Write each host in full, without scheme, port, path and wildcard"
                + (host == null ? "." : ": " + host + ", which stands for all of its ports."));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TrustedHosts hosts && hosts.allowed.equals(allowed);
    }

    @Override
    public int hashCode() {
        return allowed.hashCode();
    }

    static String hostOf(URI url) {
        return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static boolean isSalesforce(String host) {
        return SALESFORCE_DOMAINS.stream().anyMatch(domain -> host.endsWith("." + domain));
    }
}
