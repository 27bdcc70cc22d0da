package org.camelforce.salesforcecc.dependencies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bundles of others that a features file names. */
public final class KarafFeatures {

    private static final Pattern BUNDLE = Pattern.compile("mvn:(?!org\\.camelforce/)([^/]+)/([^/]+)/\\$\\{([^}]+)}");

    private final Path modules;

    /** @param root the repository's root */
    public KarafFeatures(Path root) {
        modules = root.resolve("camel-salesforce-cc");
    }

    /**
     * @param file the name of a features file
     * @return its bundles, each as {@code group:artifact:version}
     * @throws IOException if a file cannot be read
     */
    public Set<String> bundles(String file) throws IOException {
        String properties = Files.readString(modules.resolve("karaf/pom.xml"))
                + Files.readString(modules.resolve("parent/pom.xml"));
        Set<String> bundles = new TreeSet<>();
        BUNDLE.matcher(Files.readString(
                        modules.resolve("karaf/src/main/feature").resolve(file)))
                .results()
                .forEach(bundle -> bundles.add(text(bundle, properties)));
        return bundles;
    }

    private static String text(MatchResult bundle, String properties) {
        Matcher version = Pattern.compile("<" + Pattern.quote(bundle.group(3)) + ">([^<]+)<")
                .matcher(properties);
        if (!version.find()) {
            throw new IllegalStateException("no property " + bundle.group(3));
        }
        return bundle.group(1) + ":" + bundle.group(2) + ":" + version.group(1);
    }
}
