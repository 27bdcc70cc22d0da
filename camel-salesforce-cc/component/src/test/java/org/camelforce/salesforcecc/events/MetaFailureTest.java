package org.camelforce.salesforcecc.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.camelforce.salesforcecc.events.MetaFailure.Kind;
import org.cometd.bayeux.Message;
import org.cometd.common.HashMapMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaFailureTest {

    private static final String TABLE =
            """
            REFUSED | 400::API version in the URI is mandatory. URI format: '/cometd/NN.0'
            REFUSED | 400::Unsupported API version. Only API versions '37.0' and above are supported.
            REFUSED | 400::Invalid connection type {callback-polling}
            REFUSED | 400::The channel you requested to subscribe to doesn't exist {/topic/X}
            REFUSED | 400::Channel name not specified
            REFUSED | 400::Channel subscriptions must start with a leading '/'
            REPLAY_ID | 400::The replayId {82} you provided was invalid.  Please provide a valid ID, -2 or -1.
            CLIENT | 400::Client 1x has established a session, but no sfdc-stream cookie present
            CLIENT | 400::Authenticated user id does not match the session's user id
            AUTHENTICATION | 401::Authentication invalid
            AUTHENTICATION | 401::Request requires authentication
            CLIENT | 403::Unknown client
            CLIENT | 402::Unknown client
            CLIENT | 403::Client has not completed handshake
            PASSING | 403::Handshake denied
            PASSING | 403::Organization concurrent user limit exceeded
            PASSING | 403::Organization total events daily limit exceeded
            PASSING | 403::Subscription limit exceeded for this topic
            PASSING | 403::To protect all customers from excessive use and Denial of Service attacks, we limit
            REFUSED | 403::Cannot create channel {/topic/X}
            REFUSED | 403::Restricted channel
            REFUSED | 403::User not enabled for streaming
            REFUSED | 403::Subscriber does not have access to the entity in this topic
            REFUSED | 403::User not allowed to subscribe CDC without View All Data permissions
            REFUSED | 403:denied_by_security_policy:create_denied
            REFUSED | 404::Unknown channel
            REFUSED | 404::channel names may not vary only by case
            REFUSED | 413::Maximum Request Size Exceeded
            PASSING | 500::Internal error
            PASSING | 503::Server is too busy.  Please try your request again later.
            """;

    @ParameterizedTest
    @CsvSource(textBlock = TABLE, delimiter = '|', quoteCharacter = '"')
    void ofWhenErrorSaysSoThenThatKind(Kind kind, String error) {
        MetaFailure failure = MetaFailure.of(message(error, null));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.text()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(textBlock = TABLE, delimiter = '|', quoteCharacter = '"')
    void ofWhenTheReasonStandsInTheExtensionThenItDecides(Kind kind, String reason) {
        assertThat(MetaFailure.of(message("403::Handshake denied", reason)).kind())
                .isEqualTo(kind);
        assertThat(MetaFailure.of(message("401::Authentication invalid", reason))
                        .text())
                .isEqualTo(reason);
    }

    @Test
    void ofWhenABusyServerIsDisguisedAs401ThenPassing() {
        Message message = message("401::Authentication invalid", "503::Server is too busy.");

        assertThat(MetaFailure.of(message).kind()).isEqualTo(Kind.PASSING);
    }

    @Test
    void ofWhenTheConnectionBrokeThenPassing() {
        Message.Mutable message = message("", null);
        message.put("failure", Map.of("exception", new IOException("reset")));

        assertThat(MetaFailure.of(message)).isEqualTo(new MetaFailure(Kind.PASSING, "java.io.IOException: reset"));
    }

    @ParameterizedTest
    @CsvSource({"401, AUTHENTICATION", "500, PASSING", "503, PASSING", "404, PASSING"})
    void ofWhenTheAnswerIsNoBayeuxThenByHttpStatus(int status, Kind kind) {
        Map<String, Object> failure = new HashMap<>();
        failure.put("httpCode", status);
        failure.put("exception", new IllegalStateException("unexpected"));
        Message.Mutable message = message("", null);
        message.put("failure", failure);

        assertThat(MetaFailure.of(message)).isEqualTo(new MetaFailure(kind, "HTTP status " + status));
    }

    private static Message.Mutable message(String error, String reason) {
        HashMapMessage message = new HashMapMessage();
        message.setSuccessful(false);
        if (!error.isEmpty()) {
            message.put("error", error);
        }
        if (reason != null) {
            message.getExt(true).put("sfdc", Map.of("failureReason", reason));
        }
        return message;
    }
}
