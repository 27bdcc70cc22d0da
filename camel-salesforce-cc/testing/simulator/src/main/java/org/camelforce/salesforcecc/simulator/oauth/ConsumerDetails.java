package org.camelforce.salesforcecc.simulator.oauth;

import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.simulator.internal.model.RandomText;

/**
 * Key and secret of a connected app.
 *
 * @param key consumer key, which clients send as {@code client_id}
 * @param secret consumer secret, which clients send as {@code client_secret}
 */
public record ConsumerDetails(String key, String secret) {

    private static final String KEY_PREFIX = "3MVG9";
    private static final int KEY_LENGTH = 85;
    private static final int SECRET_LENGTH = 64;
    private static final String KEY_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._";
    private static final String SECRET_ALPHABET = "0123456789ABCDEF";

    /** @throws IllegalArgumentException if the key or the secret is empty */
    public ConsumerDetails {
        if (key.isEmpty() || secret.isEmpty()) {
            throw new IllegalArgumentException("consumer key and secret must not be empty");
        }
    }

    /**
     * Draws a pair in the form that Salesforce gives out: a key of 85 characters that starts with {@code 3MVG9}, and a
     * secret of 64 upper-case hexadecimal digits.
     *
     * @param random where the characters come from
     * @return the new pair
     */
    public static ConsumerDetails draw(RandomGenerator random) {
        String key = KEY_PREFIX + RandomText.draw(random, KEY_ALPHABET, KEY_LENGTH - KEY_PREFIX.length());
        return new ConsumerDetails(key, RandomText.draw(random, SECRET_ALPHABET, SECRET_LENGTH));
    }

    /** Names neither key nor secret. */
    @Override
    public String toString() {
        return "ConsumerDetails[]";
    }
}
