package org.camelforce.salesforcecc.internal.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A login that a proxy asks for (RFC 9110, section 11).
 *
 * @param scheme for example {@code Basic}
 * @param parameters by name, of any case
 */
record ProxyChallenge(String scheme, Map<String, String> parameters) {

    private static final Pattern PART = Pattern.compile(
            "([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?:\\s*=\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s,\"]+)))?");
    private static final List<String> HASHES = List.of("MD5", "SHA-256");
    private static final String FIRST_USE = "00000001";

    /**
     * @param headers the values of {@code Proxy-Authenticate}, each of which may have several challenges
     * @return the challenges
     */
    static List<ProxyChallenge> in(List<String> headers) {
        List<ProxyChallenge> challenges = new ArrayList<>();
        for (String header : headers) {
            Matcher part = PART.matcher(header);
            while (part.find()) {
                String quoted = part.group(2);
                String value = quoted == null ? part.group(3) : quoted.replaceAll("\\\\(.)", "$1");
                if (value == null) {
                    challenges.add(new ProxyChallenge(part.group(1), new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
                } else if (!challenges.isEmpty()) {
                    challenges.get(challenges.size() - 1).parameters().put(part.group(1), value);
                }
            }
        }
        return challenges;
    }

    /**
     * @param headers the values of {@code Proxy-Authenticate}
     * @return scheme and realm of each challenge, for display
     */
    static List<String> shown(List<String> headers) {
        return in(headers).stream()
                .map(challenge -> challenge.scheme + " with realm " + challenge.parameter("realm"))
                .toList();
    }

    /**
     * @param headers the values of {@code Proxy-Authenticate}
     * @param login what to log in with
     * @param target what to connect to, as host and port
     * @param cnonce a random text, another one for each question of the proxy
     * @return the value of {@code Proxy-Authorization}; null if no challenge asks for such a login
     */
    static @Nullable String authorization(
            List<String> headers, HttpProxySettings.Login login, String target, String cnonce) {
        return in(headers).stream()
                .filter(challenge -> challenge.asksFor(login))
                .findFirst()
                .map(challenge -> login.digest() ? challenge.digest(login, target, cnonce) : basic(login))
                .orElse(null);
    }

    private boolean asksFor(HttpProxySettings.Login login) {
        return scheme.equalsIgnoreCase(login.digest() ? "Digest" : "Basic")
                && parameter("realm").equals(login.realm())
                && (!login.digest() || HASHES.contains(hash()) && (qop().isEmpty() || qop().contains("auth")));
    }

    private static String basic(HttpProxySettings.Login login) {
        byte[] pair = (login.username() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** RFC 7616, section 3.4; without {@code qop} as in RFC 2069. */
    private String digest(HttpProxySettings.Login login, String target, String cnonce) {
        boolean hasQop = !qop().isEmpty();
        String nonce = parameter("nonce");
        String user = hashed(login.username() + ":" + login.realm() + ":" + login.password());
        String request = hashed("CONNECT:" + target);
        String use = hasQop ? FIRST_USE + ":" + cnonce + ":auth:" : "";
        String response = hashed(user + ":" + nonce + ":" + use + request);
        StringBuilder header = new StringBuilder("Digest username=").append(quoted(login.username()));
        header.append(", realm=").append(quoted(login.realm()));
        header.append(", nonce=").append(quoted(nonce));
        header.append(", uri=").append(quoted(target));
        header.append(", algorithm=").append(hash());
        header.append(", response=").append(quoted(response));
        if (parameters.containsKey("opaque")) {
            header.append(", opaque=").append(quoted(parameter("opaque")));
        }
        if (hasQop) {
            header.append(", qop=auth, nc=")
                    .append(FIRST_USE)
                    .append(", cnonce=")
                    .append(quoted(cnonce));
        }
        return header.toString();
    }

    private String hash() {
        return parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
    }

    private List<String> qop() {
        return Arrays.stream(parameter("qop").split(","))
                .map(String::trim)
                .filter(qop -> !qop.isEmpty())
                .toList();
    }

    private String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private String hashed(String text) {
        try {
            byte[] hash = MessageDigest.getInstance(hash()).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
