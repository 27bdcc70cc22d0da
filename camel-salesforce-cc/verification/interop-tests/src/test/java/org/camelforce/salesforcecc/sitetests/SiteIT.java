package org.camelforce.salesforcecc.sitetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.consoletests.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** All pages of the site in headless Chromium. Skipped without it or npm, unless the environment says CI=true. */
class SiteIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WIDE = 1400;
    private static final int NARROW = 400;
    private static final int HEIGHT = 900;

    private static Site site;
    private static ChromeDriver browser;
    private static Visitor visitor;
    private static final List<Visit> visits = new ArrayList<>();

    @BeforeAll
    @Timeout(600)
    static void visitAllPages() throws Exception {
        boolean mustRun = "true".equalsIgnoreCase(System.getenv("CI"));
        assumeTrue(
                mustRun || Site.isBuildable(),
                "npm is not installed, which src/build/site needs: Debian's packages nodejs and npm have it");
        assumeTrue(
                mustRun || Browser.isInstalled(),
                "Chromium and chromedriver are not installed: src/build/install-browser installs them on Debian");
        site = Site.build();
        browser = Browser.open(WIDE, HEIGHT, false);
        visitor = new Visitor(site, browser);
        for (int width : List.of(WIDE, NARROW)) {
            Browser.resize(browser, width, HEIGHT);
            visitor.open("/");
            visits.add(visitor.examine("/"));
        }
        for (String page : site.pages()) {
            visits.add(visitor.go(page));
        }
    }

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.quit();
        }
        if (site != null) {
            site.close();
        }
    }

    @Test
    void linksWhenFollowedThenNoneIsDead() {
        Map<String, Set<String>> anchors = visits.stream()
                .collect(Collectors.toMap(Visit::page, visit -> Set.copyOf(visit.anchors()), (wide, narrow) -> narrow));

        assertThat(onPages(visit -> visit.links().stream()
                        .filter(link -> link.startsWith(site.url("/")))
                        .map(URI::create)
                        .filter(link -> !leadsSomewhere(link, anchors))
                        .map(URI::toString)
                        .toList()))
                .isEmpty();
    }

    @Test
    void pagesWhenOpenedThenNothingIsMissing() {
        assertThat(onPages(Visit::brokenImages)).isEmpty();
        assertThat(site.missing()).isEmpty();
    }

    @Test
    void pagesWhenOpenedThenOtherHostsAreNotAsked() {
        assertThat(onPages(visit -> visit.requests().stream()
                        .filter(request -> !request.startsWith(site.url("/")))
                        .toList()))
                .isEmpty();
    }

    @Test
    void pagesWhenOpenedThenTheBrowserDoesNotComplain() {
        assertThat(onPages(Visit::errors)).isEmpty();
    }

    @Test
    void pagesWhenExaminedThenAccessible() {
        assertThat(onPages(Visit::violations)).isEmpty();
    }

    @Test
    void anchorsWhenExaminedThenEachIsThereOnce() {
        assertThat(onPages(visit -> {
                    Set<String> seen = new HashSet<>();
                    return visit.anchors().stream()
                            .filter(anchor -> !seen.add(anchor))
                            .toList();
                }))
                .isEmpty();
    }

    @Test
    void pagesWhenNarrowThenNothingIsWider() {
        assertThat(onPages(Visit::overflow)).isEmpty();
    }

    @Test
    void searchWhenAskedForAnOptionThenLeadsToIt() throws IOException {
        Browser.resize(browser, WIDE, HEIGHT);
        visitor.open("/");
        browser.findElement(By.cssSelector(".VPNavBarSearchButton, .DocSearch-Button"))
                .click();
        WebDriverWait wait = new WebDriverWait(browser, PATIENCE);
        wait.until(ExpectedConditions.elementToBeClickable(By.id("localsearch-input")))
                .sendKeys("clientSecret");

        wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector(".VPLocalSearchBox .result")))
                .click();

        wait.until(ExpectedConditions.urlToBe(site.url("/guide/options.html#clientSecret")));
    }

    private static boolean leadsSomewhere(URI link, Map<String, Set<String>> anchors) {
        Set<String> ofPage = anchors.get(link.getPath());
        return ofPage == null
                ? site.has(link.getPath()) && link.getFragment() == null
                : link.getFragment() == null || ofPage.contains(link.getFragment());
    }

    private static List<String> onPages(Function<Visit, List<String>> problems) {
        return visits.stream()
                .flatMap(visit -> problems.apply(visit).stream().map(problem -> visit.page() + " " + problem))
                .sorted()
                .toList();
    }
}
