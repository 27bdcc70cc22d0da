package org.camelforce.salesforcecc.internal.oauth;

import java.util.List;
import java.util.Optional;

/**
 * Addresses of Salesforce's that are no My Domain, so that the flow does not work there. From some of them the My
 * Domain can be told.
 *
 * @param suffix how their hosts end
 * @param what what they are
 * @param myDomain how the My Domain ends whose beginning is the same, or an empty text if it cannot be told
 */
record OtherAddress(String suffix, String what, String myDomain) {

    private static final List<String> MY_DOMAINS =
            List.of(".my.salesforce.com", ".my.salesforce.mil", ".my.sfcrmproducts.cn", ".my.sfcrmapps.cn");

    private static final String SITE = "the address of an Experience Cloud site or a Salesforce Site";
    private static final String LIGHTNING = "the Lightning address";

    /** The more special ones first. */
    private static final List<OtherAddress> ALL = List.of(
            new OtherAddress(".lightning.force.com", LIGHTNING, ".my.salesforce.com"),
            new OtherAddress(".lightning.crmforce.mil", LIGHTNING, ".my.salesforce.mil"),
            new OtherAddress(".lightning.sfcrmapps.cn", LIGHTNING, ".my.sfcrmproducts.cn"),
            new OtherAddress(".my.salesforce-setup.com", "the address of Setup", ".my.salesforce.com"),
            new OtherAddress(".my.site.com", SITE, ""),
            new OtherAddress(".my.salesforce-sites.com", SITE, ""),
            new OtherAddress(".vf.force.com", "the address of Visualforce pages", ""),
            new OtherAddress(".visualforce.com", "the address of Visualforce pages", ""),
            new OtherAddress(".force.com", SITE, ""),
            new OtherAddress(".crmforce.mil", SITE, ""),
            new OtherAddress(".cloudforce.com", "an address that Salesforce has retired", ""),
            new OtherAddress(".database.com", "an address that Salesforce has retired", ""),
            new OtherAddress(".salesforce.com", "not a My Domain", ""),
            new OtherAddress(".salesforce.mil", "not a My Domain", ""),
            new OtherAddress(".sfcrmproducts.cn", "not a My Domain", ""),
            new OtherAddress(".sfcrmapps.cn", "not a My Domain", ""));

    /** The one that a host has, empty if it is a My Domain or not Salesforce's. */
    static Optional<OtherAddress> of(String host) {
        return MY_DOMAINS.stream().anyMatch(host::endsWith)
                ? Optional.empty()
                : ALL.stream().filter(other -> host.endsWith(other.suffix)).findFirst();
    }

    /** The My Domain of the same org, or an empty text if it cannot be told. */
    String myDomainOf(String host) {
        return myDomain.isEmpty() ? "" : "https://" + host.substring(0, host.length() - suffix.length()) + myDomain;
    }
}
