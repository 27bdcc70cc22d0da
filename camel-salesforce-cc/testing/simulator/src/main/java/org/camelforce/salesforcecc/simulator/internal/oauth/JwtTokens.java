package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.simulator.internal.model.RandomText;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;

/**
 * JWT-based access tokens (Salesforce Help, "JSON Web Token (JWT)-Based Access Tokens"), signed by RS256 with a key of
 * 2,048 bits that is made when it is first needed. Header and claims have the names and forms of the samples in
 * Salesforce's Mobile SDKs. Safe for use by several threads.
 */
public final class JwtTokens {

    private static final int KEY_BITS = 2048;
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(15);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** By their ids: an org that is made again as it was, at the same moment, has the key that it had. */
    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

    private final String orgId;
    private final String keyId;
    private final Supplier<String> instanceUrl;
    private final RandomGenerator random;
    /**
     * @param orgId 18-character id of the org
     * @param createdAt when the key counts as made, which is part of its id
     * @param instanceUrl issuer and audience; asked for each token
     * @param random where the session's fingerprint in a token comes from
     */
    public JwtTokens(String orgId, Instant createdAt, Supplier<String> instanceUrl, RandomGenerator random) {
        this.orgId = orgId;
        this.keyId = "CORE_ATJWT." + orgId.substring(0, 15) + "." + createdAt.toEpochMilli();
        this.instanceUrl = instanceUrl;
        this.random = random;
    }

    /** A new token, different from all others. */
    String issue(String clientId, User user, String scope, Instant issuedAt, Duration lifetime) {
        ObjectNode header = OAuthAnswer.object()
                .put("tnk", "core/simulator/" + orgId)
                .put("ver", "1.0")
                .put("kid", keyId)
                .put("tty", "sfdc-core-token")
                .put("typ", "JWT")
                .put("alg", "RS256");
        ObjectNode claims = OAuthAnswer.object()
                .put("scp", scope)
                .put("sub", "uid:" + user.id())
                .put("iss", instanceUrl.get())
                .put("client_id", clientId)
                .put("mty", "oauth")
                .put("sfi", RandomText.draw(random, "0123456789abcdef", 64))
                .put("hsc", false)
                .put("iat", issuedAt.getEpochSecond())
                .put("nbf", issuedAt.minus(CLOCK_SKEW).getEpochSecond())
                .put("exp", issuedAt.plus(lifetime).getEpochSecond());
        claims.putArray("aud").add(instanceUrl.get());
        claims.putArray("roles");
        String signed = encode(header) + "." + encode(claims);
        return signed + "." + BASE64.encodeToString(sign(signed));
    }

    /** The key that verifies the tokens, in the form of RFC 7517. */
    ObjectNode publicKey() {
        RSAPublicKey key = (RSAPublicKey) keys().getPublic();
        return OAuthAnswer.object()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", keyId)
                .put("n", unsigned(key.getModulus()))
                .put("e", unsigned(key.getPublicExponent()));
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys().getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA256withRSA", e);
        }
    }

    private KeyPair keys() {
        return KEYS.computeIfAbsent(keyId, JwtTokens::generate);
    }

    private static KeyPair generate(String keyId) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    private static String encode(ObjectNode part) {
        return BASE64.encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
    }
}
