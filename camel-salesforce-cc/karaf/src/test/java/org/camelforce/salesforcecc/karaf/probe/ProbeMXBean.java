package org.camelforce.salesforcecc.karaf.probe;

import java.util.List;

/** What a test does inside a Karaf. */
public interface ProbeMXBean {

    /** Runs a line of Karaf's shell and returns what it printed, without colours. */
    String execute(String line) throws Exception;

    /** Each bundle's location, symbolic name and state, separated by spaces. */
    List<String> getBundles();
}
