package org.camelforce.salesforcecc.sitetests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.camelforce.salesforcecc.consoletests.Browser;
import org.camelforce.salesforcecc.consoletests.Screenshots;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Takes pictures of the site and of the console, in light and in dark colours, on a wide and on a narrow screen. */
public final class Gallery {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> PAGES =
            Map.of("first-page", "/", "options", "/guide/options.html#clientSecret");
    private static final int[] WIDTHS = {1400, 400};
    private static final int HEIGHT = 900;
    private static final String HAS_SETTLED =
            """
            return document.documentElement.classList.contains('dark') === arguments[0]
                && (location.hash === '' || scrollY > 0)
                && document.getAnimations().length === 0
            """;

    private Gallery() {}

    /**
     * @param args the folder that the pictures are written to
     * @throws Exception if a picture cannot be taken
     */
    public static void main(String... args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        try (Site site = Site.build()) {
            for (boolean dark : new boolean[] {false, true}) {
                for (int width : WIDTHS) {
                    String suffix = "-" + width + (dark ? "-dark" : "") + ".png";
                    Screenshots.take(folder.resolve("console" + suffix), width, dark);
                    take(site, folder, suffix, width, dark);
                }
            }
        }
    }

    private static void take(Site site, Path folder, String suffix, int width, boolean dark) throws Exception {
        ChromeDriver browser = Browser.open(width, HEIGHT, dark);
        try {
            Browser.resize(browser, width, HEIGHT);
            for (Map.Entry<String, String> page : PAGES.entrySet()) {
                browser.get(site.url(page.getValue()));
                new WebDriverWait(browser, PATIENCE)
                        .until(shown -> Boolean.TRUE.equals(browser.executeScript(HAS_SETTLED, dark)));
                Files.write(folder.resolve(page.getKey() + suffix), browser.getScreenshotAs(OutputType.BYTES));
            }
        } finally {
            browser.quit();
        }
    }
}
