package org.camelforce.salesforcecc.internal.subscription.cometd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.cometd.bayeux.Message;
import org.cometd.common.HashMapMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The errors of the Streaming API Developer Guide, and what the streams of the client make of them. */
class MetaFailureTest {

    private static final StreamingChannel ORDERS = new StreamingChannel("/event/Order__e?Number__c='1'");
    private static final String TOKEN = "00Dxx!token";

    @Test
    void ofWhenTheErrorHasLinesThenOneShortLine() {
        HashMapMessage message = new HashMapMessage();
        message.put("error", "500::x\r\nERROR forged" + "y".repeat(5_000));

        assertThat(MetaFailure.of(message).text())
                .startsWith("500::x ERROR forged")
                .hasSizeLessThan(600)
                .doesNotContain("\n", "\r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            FATAL  | 400::API version in the URI is mandatory. URI format: '/cometd/NN.0'
            FATAL  | 400::Unsupported API version: 9.0
            FATAL  | 400::Invalid connection type {websocket}
            FATAL  | 400::The channel you requested to subscribe to doesn't exist {/event/Order__e}
            FATAL  | 400::Channel name not specified
            FATAL  | 400::Channel subscriptions must start with a leading '/'
            FATAL  | 400::The replayId for channel {/event/Order__e} wasn't found using the provided replay ID map
            POSITION | 400::The replayId {82} you provided was invalid.  Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.
            CLIENT   | 400::Client abc has established a session, but no sfdc-stream cookie present
            CLIENT   | 400::Authenticated user id does not match the session's user id
            AUTHENTICATION | 401::Authentication invalid
            AUTHENTICATION | 401::Request requires authentication
            FORGOTTEN | 403::Unknown client
            FORGOTTEN | 402::Unknown client
            FORGOTTEN | 402::session_unknown
            FORGOTTEN | 403::Client has not completed handshake
            PASSING  | 403::Handshake denied
            BUSY     | 403::Organization concurrent user limit exceeded
            BUSY     | 403::Organization total events daily limit exceeded
            BUSY     | 403::Subscription limit exceeded for this topic
            BUSY     | 403::To protect all customers from excessive use and Denial of Service attacks, we limit the number of simultaneous connections per server.
            FATAL  | 403::Cannot create channel {/event/Order__e}
            FATAL  | 403::Restricted channel
            FATAL  | 403::User not enabled for streaming
            FATAL  | 403::Subscriber does not have access to the entity in this topic
            FATAL  | 403::User not allowed to subscribe CDC without View All Data permissions
            FATAL  | 403:denied_by_security_policy:create_denied
            FATAL  | 404::Unknown channel
            FATAL  | 404::channel names may not vary only by case
            FATAL  | 413::Maximum Request Size Exceeded
            BUSY     | 503::Server is too busy.  Please try your request again later.
            PASSING  | 500::Something else
            PASSING  | without a number
            """)
    void ofWhenTheServerSaysWhyThenThatIsWhatToDoAndTheTextSaysIt(MetaFailure.Kind kind, String error) {
        MetaFailure said = MetaFailure.of(answer(error));
        MetaFailure inTheReason = MetaFailure.of(denied("403::Handshake denied", error));

        assertThat(said.kind()).isEqualTo(kind);
        assertThat(said.text()).contains(error);
        assertThat(inTheReason).isEqualTo(said);
    }

    /** The trap: the token is as good as before. */
    @Test
    void ofWhenABusyServerShowsAs401ThenBusy() {
        MetaFailure failure = MetaFailure.of(denied(
                "401::Authentication invalid", "503::Server is too busy.  Please try your request again later."));

        assertThat(failure.endOf(ORDERS, TOKEN).kind()).isEqualTo(StreamEnd.Kind.BUSY);
        assertThat(failure.text()).startsWith("503::Server is too busy");
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHENTICATION, 401",
        "FATAL, 413",
        "PASSING, 204",
        "PASSING, 403",
        "PASSING, 404",
        "PASSING, 500",
        "PASSING, 502",
        "PASSING, 503"
    })
    void ofWhenTheAnswerIsNoJsonThenTheStatusTells(MetaFailure.Kind kind, int status) {
        MetaFailure failure = MetaFailure.of(failed(Map.of("httpCode", status, "exception", new IOException())));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.text()).contains(String.valueOf(status));
    }

    @Test
    void ofWhenTheConnectionBreaksThenPassingWithTheException() {
        IOException broken = new IOException("reset");

        MetaFailure failure = MetaFailure.of(failed(Map.of("exception", broken)));

        assertThat(failure.endOf(ORDERS, TOKEN).kind()).isEqualTo(StreamEnd.Kind.INTERRUPTED);
        assertThat(failure.endOf(ORDERS, TOKEN).cause()).isSameAs(broken);
        assertThat(failure.text()).contains("reset");
    }

    @Test
    void ofWhenNothingIsSaidThenPassing() {
        MetaFailure failure = MetaFailure.of(failed(Map.of()));

        assertThat(failure.kind()).isEqualTo(MetaFailure.Kind.PASSING);
        assertThat(failure.text()).isNotBlank().doesNotContain("null");
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHENTICATION, TOKEN_REJECTED, true",
        "CLIENT, INTERRUPTED, true",
        "FORGOTTEN, INTERRUPTED, true",
        "PASSING, INTERRUPTED, false",
        "BUSY, BUSY, false",
        "POSITION, POSITION_REJECTED, false",
        "FATAL, FATAL, false"
    })
    void endOfWhenOfAKindThenTheStreamEndsSo(MetaFailure.Kind kind, StreamEnd.Kind end, boolean endsClient) {
        MetaFailure failure = new MetaFailure(kind, "403::Why", null);

        assertThat(failure.endOf(ORDERS, TOKEN).kind()).isEqualTo(end);
        assertThat(failure.endOf(ORDERS, TOKEN).text()).contains("403::Why").doesNotContain(TOKEN);
        assertThat(failure.endsClient()).isEqualTo(endsClient);
    }

    @Test
    void endOfWhenTheTokenIsRejectedThenItIsTheOneOfTheLatestRequest() {
        assertThat(MetaFailure.of(answer("401::Authentication invalid"))
                        .endOf(ORDERS, TOKEN)
                        .rejectedToken())
                .isEqualTo(TOKEN);
    }

    @Test
    void endOfWhenNoRequestHasHadATokenThenFailed() {
        assertThat(MetaFailure.of(answer("401::Authentication invalid"))
                        .endOf(ORDERS, null)
                        .kind())
                .isEqualTo(StreamEnd.Kind.INTERRUPTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /event/Order__e                | Setup, Platform Events          | Order__e
            /event/Order__e?Number__c='1'  | Setup, Platform Events          | that Order__e is
            /data/AccountChangeEvent       | Setup, Change Data Capture      | AccountChangeEvent
            /data/ChangeEvents             | Setup, Change Data Capture      | ChangeEvents
            /u/Notes                       | streaming channel /u/Notes      | exists
            /topic/Accounts                | PushTopic Accounts              | sObjectQuery
            """)
    void endOfWhenRefusedThenASentenceNamesTheChannelAndASentenceWhatToCheck(
            String channel, String where, String what) {
        StreamEnd end = MetaFailure.of(answer("404::Unknown channel")).endOf(new StreamingChannel(channel), TOKEN);

        assertThat(end.text())
                .startsWith("Salesforce rejects the subscription to " + channel + ": 404::Unknown channel. ")
                .contains(where, what)
                .endsWith(".");
    }

    @Test
    void endOfWhenStreamingIsNotEnabledForTheUserThenTheTextNamesTheSetupPageOfThat() {
        assertThat(MetaFailure.of(answer("403::User not enabled for streaming"))
                        .endOf(ORDERS, TOKEN)
                        .text())
                .startsWith("Salesforce rejects the subscription to " + ORDERS.name())
                .contains("Setup, User Interface", "API Enabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"403::Restricted channel", "403::Restricted channel."})
    void endOfWhenTheReasonEndsInAFullStopOrNotThenTheSentenceHasOne(String error) {
        assertThat(MetaFailure.of(answer(error)).endOf(ORDERS, TOKEN).text())
                .contains("403::Restricted channel. Check")
                .doesNotContain("..");
    }

    private static Message answer(String error) {
        Message.Mutable message = new HashMapMessage();
        message.setSuccessful(false);
        message.put("error", error);
        return message;
    }

    private static Message denied(String error, String reason) {
        Message.Mutable message = new HashMapMessage(answer(error));
        message.getExt(true).put("sfdc", Map.of("failureReason", reason));
        return message;
    }

    private static Message failed(Map<String, Object> failure) {
        Message.Mutable message = new HashMapMessage();
        message.setSuccessful(false);
        message.put("failure", failure);
        return message;
    }
}
