package org.camelforce.salesforcecc.consoletests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in headless Chromium. Skipped where it is not installed, unless the environment says CI=true. */
@Timeout(120)
class ConsolePageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static ChromeDriver browser;

    private SalesforceSimulator simulator;

    @BeforeAll
    static void openBrowser() {
        boolean mustRun = "true".equalsIgnoreCase(System.getenv("CI"));
        assumeTrue(
                mustRun || Browser.isInstalled(),
                "Chromium and chromedriver are not installed: src/build/install-browser installs them on Debian");
        browser = Browser.open(1400, 1300, false);
    }

    @AfterAll
    static void quitBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void open() {
        simulator = SalesforceSimulator.builder()
                .consolePort(0)
                .schema(Schema.standard()
                        .with(SObjectDefinition.platformEvent("Order__e")
                                .fields(FieldDefinition.text("Number__c", 20))
                                .build()))
                .start();
        useTabOfItsOwn();
        browser.get(simulator.getConsoleUrl().orElseThrow());
        see("link", "Live");
    }

    @AfterEach
    void close() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void clientWhenItLogsInThenSessionLoginAndRequestAppear() throws Exception {
        login();

        seeIn("requests", "POST /services/oauth2/token");
        seeIn("sessions", "integration@simulator.example");
        seeIn("logins", "Success");
        see("story", "Login as integration@simulator.example");
    }

    @Test
    void applicationWhenSessionsEndThenItsNewLoginAppears() throws Exception {
        try (Load load = new Load(simulator)) {
            seeIn("subscriptions", "/data/AccountChangeEvent");
            seeIn("events", "/data/AccountChangeEvent");

            press("[data-action=end-sessions]");

            see("status", "1 session ended.");
            see("story", "Session of integration@simulator.example ended");
            until(() -> simulator.tokenRequests() == 2);
            until(() -> storyLines("good") == 2);
        }
    }

    @Test
    void applicationWhenSecretIsRotatedThenLogsInWithTheNewPair() throws Exception {
        try (Load load = new Load(simulator)) {
            seeIn("requests", "/query");

            press("form[data-action=rotate] button:not([type])");

            see("story", "Key and secret were rotated");
            until(() -> simulator.tokenRequests() == 2);
            until(() -> simulator.sessions().live().size() == 1);
            until(() -> storyLines("good") == 2);
            assertThat(String.valueOf(browser.executeScript(
                            "return [...document.querySelectorAll('#story li')].map(line => line.className).join()")))
                    .endsWith("bad,own,good");
        }
    }

    @Test
    void announcementWhenMuchHappensThenReadOutTogetherAndOnceInAWhile() throws Exception {
        holdPauses();
        login();
        until(() -> announcement().equals("1 login."));

        press("[data-action=end-sessions]");
        see("status", "1 session ended.");
        login();
        until(() -> storyLines("good") == 2);
        assertThat(announcement()).isEqualTo("1 login.");

        browser.executeScript("pauses.shift()()");
        assertThat(announcement()).isEqualTo("1 login, 1 session ended.");
    }

    @Test
    void endSessionsWhenPressedByKeyboardThenNoneIsLeft() throws Exception {
        login();

        browser.findElement(By.cssSelector("[data-action=end-sessions]")).sendKeys(Keys.ENTER);

        see("status", "1 session ended.");
        see("session-count", "0");
        assertThat(simulator.sessions().live()).isEmpty();
    }

    @Test
    void rotateWhenPressedThenNewSecretIsShownUntilHidden() {
        String former = simulator.getClientSecret();

        press("form[data-action=rotate] button:not([type])");

        see("status", "rotated");
        assertThat(simulator.getClientSecret()).isNotEqualTo(former);
        assertThat(secretShown()).isEqualTo(simulator.getClientSecret());
        press("#hide");
        assertThat(secretShown()).isEmpty();
    }

    @Test
    void copyWhenPressedThenTheClipboardHasTheThreeProperties() {
        press("[data-action=reveal]");
        see("status", "properties");

        press("#copy");

        see("status", "in the clipboard");
        assertThat(browser.executeScript("return document.getElementById('revealed-properties').value"))
                .asString()
                .isEqualTo("camel.component.salesforce-cc.login-url=" + simulator.getLoginUrl()
                        + "\ncamel.component.salesforce-cc.client-id=" + simulator.getClientId()
                        + "\ncamel.component.salesforce-cc.client-secret=" + simulator.getClientSecret());
    }

    @Test
    void messageWhenAButtonIsPressedThenBesideIt() {
        press("form[data-action=api-limit] button");
        see("status", "14250 of 15000");
        assertThat(browser.findElements(By.cssSelector("form[data-action=api-limit] #status")))
                .hasSize(1);

        press("[data-action=create-account]");
        see("status", "was created");
        assertThat(browser.findElements(By.cssSelector("form[data-action=api-limit] #status")))
                .isEmpty();
    }

    @Test
    void eventWhenPublishedThenItAppears() {
        press("form[data-action=publish-event] button");

        see("status", "published on /event/Order__e");
        seeIn("events", "/event/Order__e");
    }

    @Test
    void loginsWhenBrokenAndRepairedThenPageSaysWhatIsWrong() throws Exception {
        press("form[data-action=break-logins] button:not([type])");
        see("problems", "no Run As user");
        assertThat(login()).isEqualTo(400);

        press("[data-action=repair-logins]");
        see("status", "logins work again");
        assertThat(login()).isEqualTo(200);
    }

    @Test
    void pageWhenNarrowThenWhatHappensIsNearTheTopAndButtonsUnfold() {
        Browser.resize(browser, 400, 800);
        until(() -> Boolean.FALSE.equals(browser.executeScript("return document.getElementById('provoke').open")));
        assertThat((Number) browser.executeScript("return document.getElementById('now').getBoundingClientRect().top"))
                .extracting(Number::intValue)
                .asInstanceOf(InstanceOfAssertFactories.INTEGER)
                .isLessThan(800);

        press("#provoke summary");
        press("[data-action=create-account]");

        see("status", "was created");
        assertThat(browser.executeScript("const place = document.getElementById('status').getBoundingClientRect();"
                        + "return place.top >= 0 && place.bottom <= window.innerHeight"))
                .isEqualTo(true);
    }

    @Test
    void runAsWhenChangedThenPageAndAppHaveTheNewUser() {
        press("form[data-action=run-as] button");

        see("status", "New logins run as second.user@simulator.example");
        see("run-as", "second.user@simulator.example");
        assertThat(simulator.app().runAsUsername()).contains("second.user@simulator.example");
    }

    @Test
    void tokenEndpointWhenTakenDownAndUpThenLoginsFailAndWorkAgain() throws Exception {
        press("#outage");
        see("token-endpoint", "down, answers 503");
        assertThat(login()).isEqualTo(503);
        see("story", "token endpoint answers 503");

        press("#outage");
        see("status", "up again");
        assertThat(login()).isEqualTo(200);
    }

    @Test
    void streamsWhenStalledThenShownAsSilent() throws Exception {
        try (Load load = new Load(simulator)) {
            seeIn("subscriptions", "open");

            press("[data-action=stall-streams]");

            see("status", "1 subscription is silent");
            seeIn("subscriptions", "silent");
        }
    }

    @Test
    void apiLimitWhenNearlyUsedThenPageAndOrgSaySo() {
        press("form[data-action=api-limit] button");

        see("api-usage", "14,250 of 15,000");
        assertThat(simulator.apiUsage().remaining()).isEqualTo(750);
    }

    @Test
    void restFaultsWhenAskedForAndClearedThenTheyWaitAndAreGone() {
        press("form[data-action=rest-fault] button:not([type])");
        see("waiting", "5 faults are waiting");
        assertThat(simulator.faults().pending(FaultPoint.REST_REQUEST)).isEqualTo(5);

        press("[data-action=clear-faults]");
        see("waiting", "No faults are waiting");
    }

    @Test
    void accountWhenCreatedThenRecordAndEventAppear() {
        press("[data-action=create-account]");

        seeIn("records", "From the console");
        seeIn("events", "/data/AccountChangeEvent");
    }

    @Test
    void payloadWhenOpenedThenStaysOpenWhenMoreEventsCome() {
        press("[data-action=create-account]");
        seeIn("events", "create");
        press("[data-table=events] summary");

        press("[data-action=create-account]");

        until(() -> browser.findElements(By.cssSelector("[data-table=events] tbody tr"))
                        .size()
                == 2);
        assertThat(browser.findElement(By.cssSelector("[data-table=events] tr:last-child code"))
                        .isDisplayed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pageWhenExaminedThenAccessible(boolean dark) throws Exception {
        if (dark) {
            Browser.prefer(browser, true);
            browser.get(simulator.getConsoleUrl().orElseThrow());
        }
        assertThat(browser.executeScript("return matchMedia('(prefers-color-scheme: dark)').matches"))
                .isEqualTo(dark);
        login();
        press("[data-action=end-sessions]");
        press("[data-action=reveal]");
        press("#outage");
        see("token-endpoint", "down");
        seeIn("logins", "Success");

        assertThat(new AxeBuilder().analyze(browser).getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().toString())
                .isEmpty();
    }

    @Test
    void pageWhenNarrowThenNothingIsCutOff() throws Exception {
        Browser.resize(browser, 320, 800);
        login();
        seeIn("logins", "Success");

        assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
                .isEqualTo(320L);
    }

    /**
     * What a test makes of a tab is gone with it; the size is that of the window, and cookies are those of all ports.
     */
    private static void useTabOfItsOwn() {
        String former = browser.getWindowHandle();
        String own = browser.switchTo().newWindow(WindowType.TAB).getWindowHandle();
        browser.switchTo().window(former).close();
        browser.switchTo().window(own);
        browser.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        Browser.prefer(browser, false);
    }

    /** From now on the five seconds between two announcements are over when the test says so. */
    private void holdPauses() {
        browser.executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of(
                        "source",
                        """
                        const wait = window.setTimeout;
                        window.pauses = [];
                        window.setTimeout = (work, millis) => millis === 5000 ? pauses.push(work) : wait(work, millis);
                        """));
        browser.navigate().refresh();
        see("link", "Live");
    }

    private int login() throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(simulator.getLoginUrl() + "/services/oauth2/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id="
                                        + simulator.getClientId() + "&client_secret=" + simulator.getClientSecret()))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private String secretShown() {
        String properties =
                String.valueOf(browser.findElement(By.id("revealed-properties")).getDomProperty("value"));
        return properties.replaceAll("(?s).*client-secret=", "");
    }

    private String announcement() {
        return String.valueOf(browser.findElement(By.id("announcement")).getDomProperty("textContent"));
    }

    private int storyLines(String kind) {
        return browser.findElements(By.cssSelector("#story li." + kind)).size();
    }

    private void press(String selector) {
        browser.findElement(By.cssSelector(selector)).click();
    }

    private void see(String id, String text) {
        new WebDriverWait(browser, PATIENCE, BETWEEN_LOOKS)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.id(id), text));
    }

    private void seeIn(String table, String text) {
        new WebDriverWait(browser, PATIENCE, BETWEEN_LOOKS)
                .until(ExpectedConditions.textToBePresentInElementLocated(
                        By.cssSelector("[data-table=" + table + "] tbody"), text));
    }

    private void until(BooleanSupplier condition) {
        new WebDriverWait(browser, PATIENCE, BETWEEN_LOOKS).until(page -> condition.getAsBoolean());
    }
}
