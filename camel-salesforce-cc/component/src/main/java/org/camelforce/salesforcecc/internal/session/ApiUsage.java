package org.camelforce.salesforcecc.internal.session;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many of the org's API requests have been used in the last 24 hours, as Salesforce tells in the header
 * {@code Sforce-Limit-Info} of its answers (REST API Developer Guide, "Limit Info Header"). The limit is a soft one:
 * Salesforce may let an org go beyond it for a while.
 *
 * @param used requests by all clients of the org
 * @param limit how many the org has
 */
public record ApiUsage(long used, long limit) {

    static final String HEADER = "Sforce-Limit-Info";

    private static final Pattern OF_THE_ORG = Pattern.compile("(?<![\\w-])api-usage=(\\d{1,18})/(\\d{1,18})");

    /**
     * @param header the header's value, or null
     * @return what it tells of the org as a whole; empty if nothing
     */
    static Optional<ApiUsage> in(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher matcher = OF_THE_ORG.matcher(header);
        return matcher.find()
                ? Optional.of(new ApiUsage(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** @return how many are left, at least 0 */
    public long left() {
        return Math.max(0, limit - used);
    }

    /** @return the used share of the limit, 1 for all of it; may be more */
    public double share() {
        return limit == 0 ? 1 : (double) used / limit;
    }
}
