package org.camelforce.salesforcecc.karaf;

import java.nio.file.Path;
import org.camelforce.salesforcecc.karaf.container.KarafContainer;

/** A Karaf before the component is installed, and which feature is for it. */
enum Site {
    /** Nothing is there. */
    NEW("features", "camel-salesforce-cc") {
        @Override
        void before(KarafContainer karaf) {}
    },
    /** There is a web server, whose Jetty is another one. */
    WITH_HTTP("features", "camel-salesforce-cc") {
        @Override
        void before(KarafContainer karaf) {
            karaf.execute("feature:install http");
        }
    },
    /** Camel comes from camel-karaf, or what stands in for it. */
    WITH_CAMEL_KARAF("camel-karaf-features", "camel-salesforce-cc-camel-karaf") {
        @Override
        void before(KarafContainer karaf) {
            karaf.execute("feature:repo-add file:"
                    + Path.of(System.getProperty("feature.folder")).resolve("camel-karaf-stand-in.xml"));
            karaf.execute("feature:install camel-salesforce");
        }
    };

    private final String classifier;
    private final String feature;

    Site(String classifier, String feature) {
        this.classifier = classifier;
        this.feature = feature;
    }

    abstract void before(KarafContainer karaf);

    void prepare(KarafContainer karaf) {
        before(karaf);
        karaf.execute("feature:repo-add mvn:org.camelforce/camel-salesforce-cc-karaf/"
                + System.getProperty("project.version") + "/xml/" + classifier);
    }

    String feature() {
        return feature;
    }

    /** Name of the features file. */
    String file() {
        return classifier + ".xml";
    }
}
