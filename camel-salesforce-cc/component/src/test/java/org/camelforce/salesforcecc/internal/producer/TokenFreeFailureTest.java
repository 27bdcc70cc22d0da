package org.camelforce.salesforcecc.internal.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TokenFreeFailureTest {

    private static final String TOKEN = "a-token-of-no-known-form";

    private final TokenFreeFailure tokenFree = new TokenFreeFailure(TOKEN);

    @Test
    void ofWhenNothingShowsATokenThenTheSameException() {
        Exception failure = new IOException("no connection", new IllegalStateException("closed"));
        failure.addSuppressed(new IOException("no other connection"));

        assertThat(tokenFree.of(failure)).isSameAs(failure);
    }

    @Test
    void ofWhenASuppressedExceptionAloneShowsATokenThenItIsHidden() {
        Exception failure = new IOException("no connection");
        failure.addSuppressed(new IOException("sent " + TOKEN));

        Exception shown = tokenFree.of(failure);

        assertThat(printed(shown))
                .contains("no connection", "sent [hidden]", "ofWhenASuppressedException")
                .doesNotContain(TOKEN);
    }

    @Test
    void ofWhenASuppressedExceptionOfACauseShowsATokenThenItIsHidden() {
        Exception cause = new IOException("no connection");
        cause.addSuppressed(new IOException("closed", new IOException("sent " + TOKEN)));

        assertThat(printed(tokenFree.of(new IllegalStateException("failed", cause))))
                .contains("failed", "no connection", "closed", "sent [hidden]")
                .doesNotContain(TOKEN);
    }

    @Test
    void ofWhenExceptionsNameEachOtherThenTheirTokensAreHidden() {
        Exception failure = new IOException("no connection");
        failure.addSuppressed(new IllegalStateException("sent " + TOKEN, failure));

        assertThat(printed(tokenFree.of(failure)))
                .contains("no connection", "sent [hidden]")
                .doesNotContain(TOKEN);
    }

    @Test
    void ofWhenManyCausesStandAboveATokenThenItIsHidden() {
        Exception failure = new IOException("sent " + TOKEN);
        for (int above = 0; above < 40; above++) {
            failure = new IllegalStateException("failed", failure);
        }

        assertThat(printed(tokenFree.of(failure))).doesNotContain(TOKEN);
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
