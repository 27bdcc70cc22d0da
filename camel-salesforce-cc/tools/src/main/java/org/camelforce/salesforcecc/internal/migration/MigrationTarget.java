package org.camelforce.salesforcecc.internal.migration;

import org.jspecify.annotations.Nullable;

/**
 * What a project moves to.
 *
 * @param loginUrl the org's My Domain URL, to write where a login URL has to change; null if it is not known
 * @param version the version of {@code camel-salesforce-cc} to write into build files; null if it is not known
 */
public record MigrationTarget(@Nullable String loginUrl, @Nullable String version) {

    private static final String SOME_MY_DOMAIN = "https://<my domain>.my.salesforce.com";
    private static final String SOME_VERSION = "<version>";

    /** @return the My Domain URL to show, with a place to fill in if it is not known */
    String shownLoginUrl() {
        return loginUrl == null ? SOME_MY_DOMAIN : loginUrl;
    }

    /** @return the version to show, with a place to fill in if it is not known */
    String shownVersion() {
        return version == null ? SOME_VERSION : version;
    }
}
