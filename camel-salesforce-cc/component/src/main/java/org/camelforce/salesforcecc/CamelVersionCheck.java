package org.camelforce.salesforcecc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the Camel at hand with those that the component's tests are run with (module {@code compatibility}). An
 * older one has not the classes and methods that the component needs, which nobody would understand from a
 * {@link NoSuchMethodError}. A version that cannot be read is let through.
 */
final class CamelVersionCheck {

    private static final Logger LOG = LoggerFactory.getLogger(CamelVersionCheck.class);
    private static final Pattern MAJOR_MINOR = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\D.*)?");
    private static final int OLDEST = 4_014;
    private static final int NEWEST = 4_023;
    private static final int MAJOR = 1_000;
    private static final String ONE_VERSION = "the same version for all of Camel's artifacts: set it in the import of"
            + " camel-bom, or add that import to the build.";

    private CamelVersionCheck() {}

    /** Marks a context whose versions have been compared. */
    private record Checked() {}

    /**
     * Before anything else of the component, which takes classes and methods that an old Camel has not.
     *
     * @throws IllegalStateException if Camel or {@code camel-salesforce} is too old; the message says what to use
     */
    static void requireNotTooOld(CamelContext context) {
        requireNotTooOld("Camel", context.getVersion());
        requireNotTooOld("camel-salesforce", ofCamelSalesforce());
    }

    /**
     * Warns of a Camel or {@code camel-salesforce} that is newer than any that was tested, and of a
     * {@code camel-salesforce} that was left behind when Camel was updated. Does so once for a context, which may have
     * several components.
     */
    static synchronized void warnIfUntested(CamelContext context) {
        if (context.getCamelContextExtension().getContextPlugin(Checked.class) == null) {
            context.getCamelContextExtension().addContextPlugin(Checked.class, new Checked());
            warnIfUntested(context.getVersion(), ofCamelSalesforce());
        }
    }

    /**
     * @param camel the version of Camel, null if it is not known
     * @param salesforce the version of {@code camel-salesforce}, null if it is not known
     */
    static void warnIfUntested(@Nullable String camel, @Nullable String salesforce) {
        if (number(camel) > NEWEST) {
            warnOfNew("Camel", camel);
        } else if (number(salesforce) > NEWEST) {
            warnOfNew("camel-salesforce", salesforce);
        } else if (number(salesforce) >= 0 && number(salesforce) < number(camel)) {
            LOG.warn("camel-salesforce {} is older than Camel {}. Use " + ONE_VERSION, salesforce, camel);
        }
    }

    private static void warnOfNew(String what, @Nullable String version) {
        LOG.warn(
                "{} {} is newer than the versions that component salesforce-cc is tested with, {} to {}. If something"
                        + " fails, use one of those, or a newer camel-salesforce-cc.",
                what,
                version,
                text(OLDEST),
                text(NEWEST));
    }

    private static @Nullable String ofCamelSalesforce() {
        return SalesforceComponent.class.getPackage().getImplementationVersion();
    }

    private static void requireNotTooOld(String what, @Nullable String version) {
        int number = number(version);
        if (number >= 0 && number < OLDEST) {
            throw new IllegalStateException(what + " " + version + " is too old for component salesforce-cc. Use Camel "
                    + text(OLDEST) + " to " + text(NEWEST)
                    + ", and " + ONE_VERSION);
        }
    }

    /** 4014 for 4.14 and its patches; -1 if it is not known. */
    private static int number(@Nullable String version) {
        Matcher parts = MAJOR_MINOR.matcher(version == null ? "" : version);
        return parts.matches() ? Integer.parseInt(parts.group(1)) * MAJOR + Integer.parseInt(parts.group(2)) : -1;
    }

    private static String text(int number) {
        return number / MAJOR + "." + number % MAJOR;
    }
}
