package org.camelforce.salesforcecc.rotation;

import java.util.Locale;

/**
 * Under which names the values of a pair are stored.
 *
 * @param key of the consumer key
 * @param secret of the consumer secret
 * @param baseUri of the org's My Domain
 */
public record CredentialNames(String key, String secret, String baseUri) {

    /**
     * @throws IllegalArgumentException if a name is empty, starts or ends with a dot or contains a slash, or two are
     *     the same
     */
    public CredentialNames {
        check(key);
        check(secret);
        check(baseUri);
        if (key.equals(secret) || key.equals(baseUri) || secret.equals(baseUri)) {
            throw new IllegalArgumentException("The names of key, secret and base URI must differ");
        }
    }

    /**
     * @return {@code consumerKey}, {@code consumerSecret} and {@code baseUri}, as AWS Secrets Manager and Infisical
     *     name the values of a Salesforce client secret
     */
    public static CredentialNames standard() {
        return new CredentialNames("consumerKey", "consumerSecret", "baseUri");
    }

    /** The names under which the next pair is stored meanwhile; a part before a dot stays in front. */
    CredentialNames next() {
        return new CredentialNames(next(key), next(secret), baseUri);
    }

    private static String next(String name) {
        int start = name.lastIndexOf('.') + 1;
        return name.substring(0, start)
                + "next"
                + name.substring(start, start + 1).toUpperCase(Locale.ROOT)
                + name.substring(start + 1);
    }

    private static void check(String name) {
        if (name.isBlank() || name.startsWith(".") || name.contains("/") || name.contains("\\") || name.endsWith(".")) {
            throw new IllegalArgumentException("Not a name for a stored value: '" + name + "'");
        }
    }
}
