package org.camelforce.salesforcecc.sitetests;

import java.util.List;

/**
 * What a page has shown.
 *
 * @param page its path
 * @param links where its links lead, in full
 * @param anchors what links can lead to on it
 * @param brokenImages the images that it lacks
 * @param requests what it has asked for
 * @param violations what axe finds in light and in dark colours
 * @param overflow what is wider than a narrow screen
 * @param errors what the browser has complained about
 */
record Visit(
        String page,
        List<String> links,
        List<String> anchors,
        List<String> brokenImages,
        List<String> requests,
        List<String> violations,
        List<String> overflow,
        List<String> errors) {}
