package org.camelforce.salesforcecc.consoletests;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium without a window, with the browser and the driver that are installed. Nothing is downloaded. */
public final class Browser {

    private Browser() {}

    /** @return whether Chromium and chromedriver are on the path */
    public static boolean isInstalled() {
        return Programs.find("chromium").isPresent()
                && Programs.find("chromedriver").isPresent();
    }

    /**
     * @param width width of the page in CSS pixels
     * @param height its height
     * @param dark whether it prefers the dark colours
     * @return a browser, which the caller quits
     * @throws IllegalStateException if it is not installed
     */
    public static ChromeDriver open(int width, int height, boolean dark) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(require("chromium"));
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(require("chromedriver"))
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().window().setSize(new Dimension(width, height));
        // axe reads whole pages, on a machine that may run several builds
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
        prefer(driver, dark);
        return driver;
    }

    /**
     * Also to widths that a window cannot have.
     *
     * @param browser what to show the page with
     * @param width width of the page in the tab that it shows, in CSS pixels
     * @param height its height
     */
    public static void resize(ChromeDriver browser, int width, int height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /**
     * @param browser what to show the page with
     * @param dark whether the tab that it shows prefers the dark colours from now on
     */
    public static void prefer(ChromeDriver browser, boolean dark) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    private static File require(String program) {
        return Programs.find(program).orElseThrow(() -> new IllegalStateException(program + " is not installed"));
    }
}
