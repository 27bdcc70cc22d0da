package org.camelforce.salesforcecc.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTextTest {

    private static final String SESSION = "00D000000000001AAA!AQEAQJx.7oken_7oken";
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ7oken.7oken-c2lnbmF0dXJl";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad\n2026-11-01 ERROR forged",
                "bad\r\n2026-11-01 ERROR forged",
                "bad\u00852026-11-01 ERROR forged",
                "bad\u20282026-11-01 ERROR forged",
                "bad\u20292026-11-01 ERROR forged",
                "bad\u000b2026-11-01 ERROR forged",
                "bad\t2026-11-01 ERROR forged"
            })
    void saidWhenLinesBreakThenOneLine(String text) {
        assertThat(OutsideText.said(text)).isEqualTo("bad 2026-11-01 ERROR forged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u202egnp", "\u2066gnp", "\u200egnp", "\u200bgnp", "\ufeffgnp", "\u00adgnp", "\u001b[2Jgnp"})
    void saidWhenCharactersAreNotSeenThenGone(String text) {
        assertThat(OutsideText.said(text)).endsWith("gnp").matches("[\\x20-\\x7e]+");
    }

    @Test
    void saidWhenWordsAreInAnyLanguageThenTheyStay() {
        assertThat(OutsideText.said("Zugriff verweigert: \u00dcberpr\u00fcfung, \u30a2\u30af\u30bb\u30b9 \ud83d\ude00"))
                .isEqualTo("Zugriff verweigert: \u00dcberpr\u00fcfung, \u30a2\u30af\u30bb\u30b9 \ud83d\ude00");
    }

    @Test
    void saidWhenLongThenCutButNotWithinACharacter() {
        assertThat(OutsideText.said("x".repeat(65_536))).hasSize(503).endsWith("x...");
        assertThat(OutsideText.said("x".repeat(499) + "\ud83d\ude00 and more")).isEqualTo("x".repeat(499) + "...");
        assertThat(OutsideText.said(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SESSION,
                "token=00D000000000001AAA%21AQEAQJx.7oken_7oken&grant_type=x",
                "00D000000000001%2521AQEAQJx.7oken_7oken",
                JWT,
                "eyJhbGciOiJkaXIifQ..7oken.7oken.7oken",
                "5Aep861TSESvWeug_7okenoken7oken7oken",
                "refresh_token=7oken",
                "{\"refresh_token\" : \"7oken\"}",
                "client_secret=7oken&x=y",
                "access_token: 7oken",
                "Authorization: Bearer 7oken7oken7oken",
                "Basic N29rZW43b2tlbg==7oken"
            })
    void oneLineWhenATokenStandsInItThenHidden(String text) {
        assertThat(OutsideText.oneLine("He said " + text + " and left"))
                .contains("[hidden]")
                .doesNotContain("7oken")
                .startsWith("He said ")
                .endsWith(" left");
    }

    @Test
    void withoutWhenTheSecretStandsInItThenHiddenWhereverItIs() {
        assertThat(OutsideText.without("7oken, a7oken", "7oken")).isEqualTo("[hidden], a[hidden]");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void withoutWhenThereIsNoSecretThenTheSameText(String none) {
        assertThat(OutsideText.without("7oken", none)).isEqualTo("7oken");
    }

    @Test
    void saidWhenATokenIsCutThenItsBeginningIsHidden() {
        assertThat(OutsideText.said(" ".repeat(4_060) + SESSION)).doesNotContain("AQEAQ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            <html><style>h1 {color: red}</style><h1>Down for maintenance</h1></html> | Down for maintenance
            <SCRIPT>if (a < b) alert(1)</SCRIPT>Sorry                               | Sorry
            no <b>bold</b> words, 5 < 6 and 7<8                                     | no bold words, 5 < 6 and 7<8
            <!-- a comment --><p>text                                               | text
            <script>never ends                                                      | ''
            <a href="x                                                              | ''
            """)
    void ofPageWhenItIsHtmlThenWhatABrowserShows(String page, String text) {
        assertThat(OutsideText.ofPage(page, 100).strip()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<script", "<a", "</", "<style>", "00D", "eyJ", " ", "Bearer ", "5Aep", "\"", "%25"})
    void ofPageWhenTwoMegabytesAreMadeToBeSlowThenReadInOnePass(String part) {
        String page = part.repeat(2 * 1024 * 1024 / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(OutsideText.ofPage(page, 160).length()).isLessThanOrEqualTo(163);
            assertThat(OutsideText.said(page).length()).isLessThanOrEqualTo(503);
        });
    }
}
