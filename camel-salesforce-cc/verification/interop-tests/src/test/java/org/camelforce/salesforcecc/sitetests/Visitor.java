package org.camelforce.salesforcecc.sitetests;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.consoletests.Browser;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Opens pages, and notes what they show. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final Site site;
    private final ChromeDriver browser;
    private boolean dark;

    Visitor(Site site, ChromeDriver browser) throws IOException {
        this.site = site;
        this.browser = browser;
        for (String script : List.of(read(AxeBuilder.class, "/axe.min.js"), read(Visitor.class, "examine.js"))) {
            browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        }
    }

    void open(String page) {
        browser.get(site.url(page));
        until("return isAlive()");
    }

    /** Shows another page, and not what is around all of them. */
    Visit go(String page) {
        browser.executeScript("return go(arguments[0])", page);
        return examine(page);
    }

    /** In the colours that were the last, and then in the others. */
    Visit examine(String page) {
        Map<?, ?> found = (Map<?, ?>) Objects.requireNonNull(browser.executeScript("return examine()"));
        dark = !dark;
        Browser.prefer(browser, dark);
        until("return document.documentElement.classList.contains('dark') === " + dark);
        Object inOtherColours = browser.executeScript("return contrasts()");
        return new Visit(
                page,
                texts(found.get("links")),
                texts(found.get("anchors")),
                texts(found.get("brokenImages")),
                texts(found.get("requests")),
                Stream.concat(texts(found.get("violations")).stream(), texts(inOtherColours).stream())
                        .toList(),
                texts(found.get("overflow")),
                browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                        .map(LogEntry::getMessage)
                        .toList());
    }

    private void until(String script) {
        new WebDriverWait(browser, PATIENCE, BETWEEN_LOOKS)
                .until(page -> Boolean.TRUE.equals(browser.executeScript(script)));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static String read(Class<?> owner, String resource) throws IOException {
        try (InputStream script = owner.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(script, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
