package org.camelforce.salesforcecc.internal.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.Introspection;
import org.camelforce.salesforcecc.auth.LoginException;

/**
 * One answer of the token endpoint, read leniently: unknown fields are ignored and known ones may be absent, because
 * samples in Salesforce's own guides differ.
 *
 * @param answer the answer
 * @param redaction what messages must not show of it
 */
record TokenResponse(SalesforceAnswer answer, Redaction redaction) {

    /**
     * @param loginUrl where the request went, for messages
     * @return the token
     * @throws LoginException if the answer is anything else
     */
    AccessToken toAccessToken(LoginUrl loginUrl) throws LoginException {
        JsonNode json = answer.json();
        failOnError(loginUrl);
        if (!answer.isOk() || !hasText(json, "access_token") || !hasText(json, "instance_url")) {
            throw LoginErrorMapper.ofUnreadable(answer, redaction, loginUrl);
        }
        try {
            AccessToken token = AccessToken.of(
                    json.get("access_token").asText(),
                    URI.create(json.get("instance_url").asText()));
            if (json.hasNonNull("id")) {
                token = token.withIdentityUrl(URI.create(json.get("id").asText()));
            }
            if (json.hasNonNull("scope")) {
                token = token.withScope(json.get("scope").asText());
            }
            long seconds = json.path("expires_in").asLong(0);
            return seconds > 0 ? token.withLifetime(Duration.ofSeconds(seconds)) : token;
        } catch (IllegalArgumentException e) {
            throw LoginErrorMapper.ofUnreadable(answer, redaction, loginUrl);
        }
    }

    /**
     * @param loginUrl where the request went, for messages
     * @return what the answer says about a token
     * @throws LoginException if the question was denied or the answer is something else
     */
    Introspection toIntrospection(LoginUrl loginUrl) throws LoginException {
        JsonNode json = answer.json();
        failOnError(loginUrl);
        if (!answer.isOk() || !json.path("active").isBoolean()) {
            throw LoginErrorMapper.ofUnreadable(answer, redaction, loginUrl);
        }
        long seconds = json.path("exp").asLong(0);
        return new Introspection(json.get("active").asBoolean(), seconds > 0 ? Instant.ofEpochSecond(seconds) : null);
    }

    private static boolean hasText(JsonNode json, String field) {
        JsonNode value = json.get(field);
        return value != null && !value.isNull() && !value.asText().isBlank();
    }

    private void failOnError(LoginUrl loginUrl) throws LoginException {
        String error = answer.oauthError();
        if (error != null) {
            throw LoginErrorMapper.of(error, answer, redaction, loginUrl);
        }
    }

    /** Shows neither body nor headers: the body may be a token response. */
    @Override
    public String toString() {
        return "TokenResponse[status=" + answer.status() + "]";
    }
}
