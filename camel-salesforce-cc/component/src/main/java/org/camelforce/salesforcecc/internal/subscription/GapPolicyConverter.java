package org.camelforce.salesforcecc.internal.subscription;

import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.support.SimpleTypeConverter;
import org.camelforce.salesforcecc.subscription.ReplayGapPolicy;

/** Makes a policy for lost positions of its name in an option. */
public final class GapPolicyConverter {

    private GapPolicyConverter() {}

    /** @param registry of a context, which may have it already */
    public static void addTo(TypeConverterRegistry registry) {
        registry.addTypeConverter(
                ReplayGapPolicy.class,
                String.class,
                new SimpleTypeConverter(
                        false, (type, exchange, value) -> ReplayGapPolicy.named(String.valueOf(value))));
    }
}
