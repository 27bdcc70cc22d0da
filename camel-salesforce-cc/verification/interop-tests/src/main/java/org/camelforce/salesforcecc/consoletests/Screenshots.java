package org.camelforce.salesforcecc.consoletests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Takes the guide's pictures of the console while a Camel application lives through a rotation. */
public final class Screenshots {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 1300;
    private static final long ENOUGH_REQUESTS = 120;

    private Screenshots() {}

    /**
     * @param args the folder that the pictures are written to
     * @throws Exception if a picture cannot be taken
     */
    public static void main(String... args) throws Exception {
        if (!Browser.isInstalled()) {
            System.err.println("Chromium or chromedriver is missing: the pictures of the console stay as they are");
            return;
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        take(folder.resolve("console.png"), WIDTH, false);
        take(folder.resolve("console-dark.png"), WIDTH, true);
    }

    /**
     * @param file where to write the picture
     * @param width its width
     * @param dark whether it has the dark colours
     * @throws Exception if it cannot be taken
     */
    public static void take(Path file, int width, boolean dark) throws Exception {
        try (SalesforceSimulator simulator =
                SalesforceSimulator.builder().consolePort(0).start()) {
            Load load = new Load(simulator);
            ChromeDriver browser = Browser.open(width, HEIGHT, dark);
            try {
                Browser.resize(browser, width, HEIGHT);
                show(simulator, browser);
                save(browser, file);
            } finally {
                browser.quit();
                load.close();
            }
        }
    }

    private static void show(SalesforceSimulator simulator, ChromeDriver browser) {
        browser.get(simulator.getConsoleUrl().orElseThrow());
        WebDriverWait wait = new WebDriverWait(browser, PATIENCE);
        wait.until(page -> simulator.requestLog().size() > ENOUGH_REQUESTS);
        Object unfolded = browser.executeScript("const was = provoke.open; provoke.open = true; return was");
        browser.findElement(By.cssSelector("form[data-action=rotate] button:not([type])"))
                .click();
        wait.until(page -> page.findElement(By.id("hide")).isDisplayed());
        browser.findElement(By.id("hide")).click();
        browser.executeScript("provoke.open = arguments[0]; scrollTo(0, 0)", unfolded);
        long before = simulator.requestLog().size();
        wait.until(page -> simulator.requestLog().size() > before + ENOUGH_REQUESTS / 3);
    }

    private static void save(ChromeDriver browser, Path file) throws IOException {
        Files.write(file, browser.getScreenshotAs(OutputType.BYTES));
    }
}
