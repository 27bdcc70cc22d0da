package org.camelforce.salesforcecc.internal.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.camelforce.salesforcecc.token.TokenPolicy;

/** The settings that vectors change. */
final class VectorPolicy {

    private VectorPolicy() {}

    static TokenPolicy of(JsonNode given) {
        TokenPolicy policy = new TokenPolicy();
        given.properties().forEach(field -> set(policy, field.getKey(), field.getValue()));
        return policy;
    }

    private static void set(TokenPolicy policy, String option, JsonNode value) {
        switch (option) {
            case "assumedTokenLifetime" -> policy.setAssumedTokenLifetime(Duration.parse(value.asText()));
            case "mandatoryWindow" -> policy.setMandatoryWindow(Duration.parse(value.asText()));
            case "advisoryWindow" -> policy.setAdvisoryWindow(Duration.parse(value.asText()));
            case "advisoryJitter" -> policy.setAdvisoryJitter(value.asDouble());
            case "loginBurst" -> policy.setLoginBurst(value.asInt());
            case "loginsPerHour" -> policy.setLoginsPerHour(value.asInt());
            case "introspection" -> policy.setIntrospection(value.asBoolean());
            case "maxLoginAttempts" -> policy.setMaxLoginAttempts(value.asInt());
            default -> throw new IllegalArgumentException("unknown option " + option);
        }
    }
}
