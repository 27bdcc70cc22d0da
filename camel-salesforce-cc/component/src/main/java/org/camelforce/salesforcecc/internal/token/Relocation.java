package org.camelforce.salesforcecc.internal.token;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.component.salesforce.api.SalesforceException;

/**
 * Where a request goes after {@code URL_NOT_RESET}.
 *
 * @param sentTo where it went; its path does not matter
 * @param target where the API is called with the token that the login has yielded
 * @param told the instance URL that came with that token
 */
public record Relocation(URI sentTo, URI target, URI told) {

    private static final int BAD_REQUEST = 400;

    /** @return whether it makes sense to send the request again */
    public boolean isElsewhere() {
        return !isSame(sentTo, target);
    }

    /** @return what to tell the caller, if option {@code instanceUrl} keeps the request where the org is not */
    public Optional<SalesforceException> objection() {
        return isElsewhere() || isSame(target, told)
                ? Optional.empty()
                : Optional.of(new SalesforceException(
                        "Salesforce answered URL_NOT_RESET: the org is not at " + target.getScheme() + "://"
                                + target.getRawAuthority() + ", which option instanceUrl sets, but at " + told
                                + ". Remove option instanceUrl, or set it to the URL in Setup > My Domain",
                        BAD_REQUEST));
    }

    /** Whether two URLs have the same scheme, host and port. */
    static boolean isSame(URI one, URI other) {
        return origin(one).equals(origin(other));
    }

    private static String origin(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = url.getPort() < 0 ? usual : url.getPort();
        return scheme + "://" + String.valueOf(url.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
