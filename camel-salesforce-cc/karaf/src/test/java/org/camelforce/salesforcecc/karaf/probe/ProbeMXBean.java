package org.camelforce.salesforcecc.karaf.probe;

import java.util.Map;

/** What a test does inside a Karaf. */
public interface ProbeMXBean {

    /** Runs a line of Karaf's shell and returns what it printed, without colours. */
    String execute(String line) throws Exception;

    /** The state of each bundle, by its location. */
    Map<String, String> getBundles();

    /** Whether the features that Karaf begins with are installed: until then it may not find others. */
    boolean isBooted();
}
