package org.camelforce.salesforcecc.internal.oauth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.internal.text.OutsideText;

/** Takes secrets and tokens out of what an answer says: a server or a proxy in between may echo the request. */
public final class Redaction {

    private final List<String> secrets;

    private Redaction(List<String> secrets) {
        this.secrets = secrets;
    }

    /**
     * Hides tokens and the secret, as it is and in the forms in which it is sent.
     *
     * @param credentials whose secret is hidden
     * @return the redaction
     */
    public static Redaction of(ClientCredentials credentials) {
        String secret = credentials.clientSecret();
        return new Redaction(
                secret.isEmpty()
                        ? List.of()
                        : List.of(basic(credentials), URLEncoder.encode(secret, StandardCharsets.UTF_8), secret));
    }

    /** The value of the Authorization header after {@code Basic}. */
    static String basic(ClientCredentials credentials) {
        String pair = credentials.clientId() + ":" + credentials.clientSecret();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param text what a server said
     * @return the same without tokens and the secret
     */
    public String in(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = OutsideText.without(shown, secret);
        }
        return OutsideText.withoutTokens(shown);
    }
}
