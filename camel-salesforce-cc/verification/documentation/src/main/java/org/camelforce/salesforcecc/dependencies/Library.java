package org.camelforce.salesforcecc.dependencies;

import java.nio.file.Path;

/**
 * A library in one version.
 *
 * @param group its group
 * @param artifact its name in that group
 * @param version its version
 */
record Library(String group, String artifact, String version) {

    /** @param text {@code group:artifact:version} */
    static Library of(String text) {
        String[] parts = text.split(":");
        return new Library(parts[0], parts[1], parts[2]);
    }

    /** It as {@code group:artifact:version}. */
    String text() {
        return group + ":" + artifact + ":" + version;
    }

    /** Where a repository has its jar. */
    Path jar() {
        return Path.of(group.replace('.', '/'), artifact, version, artifact + "-" + version + ".jar");
    }
}
