package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The formats of batches of Bulk API 1.0, and of its answers. */
enum DataFormat {
    CSV("text/csv"),
    JSON("application/json"),
    XML("application/xml");

    private final String mediaType;

    DataFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String contentType() {
        return mediaType + ";charset=UTF-8";
    }

    /** The format of a content type, whatever its parameters. */
    static Optional<DataFormat> of(@Nullable String contentType) {
        if (contentType == null) {
            return Optional.empty();
        }
        String lower = contentType.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.startsWith(format.mediaType))
                .findFirst();
    }
}
