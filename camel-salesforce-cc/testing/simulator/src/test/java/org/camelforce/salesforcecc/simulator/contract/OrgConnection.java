package org.camelforce.salesforcecc.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** An org, logged in to by the client credentials flow, and the variables of the requests to it. */
final class OrgConnection {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String TOKEN = "/services/oauth2/token";

    private final Login login;
    private final Map<String, String> variables = new TreeMap<>();
    private final Replacements replacements;
    private HttpClient http = client();
    private String instance = "";
    private String token = "";

    OrgConnection(Login login) {
        this.login = login;
        replacements = new Replacements();
        variables.put("clientId", login.clientId());
        variables.put("clientSecret", login.clientSecret());
        variables.put("version", "62.0");
        logIn();
        tellUser();
    }

    /** Logs in, with new cookies. */
    void logIn() {
        http = client();
        String form = form(JsonNodeFactory.instance
                .objectNode()
                .put("grant_type", "client_credentials")
                .put("client_id", login.clientId())
                .put("client_secret", login.clientSecret()));
        JsonNode answer = send(HttpRequest.newBuilder(URI.create(login.url() + TOKEN))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .path("body");
        if (!answer.has("access_token")) {
            throw new IllegalStateException(
                    "the login failed: " + answer.path("error") + " " + answer.path("error_description"));
        }
        token = answer.path("access_token").asText();
        instance = answer.path("instance_url").asText();
        variables.put("token", token);
        replacements
                .anywhere("<key>", login.clientId())
                .anywhere("<secret>", login.clientSecret())
                .anywhere("<token>", token)
                .anywhere("<instance>", instance)
                .anywhere("<instance>", login.url());
    }

    /** Starts anew with the variables that every example has. */
    Map<String, String> variables() {
        return new TreeMap<>(variables);
    }

    Replacements replacements() {
        return replacements;
    }

    /** Sends a request as examples have it. */
    ObjectNode send(JsonNode request, Map<String, String> values) {
        JsonNode filled = filled(request, values);
        String path = filled.required("path").asText();
        String query = form(filled.path("query"));
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(instance
                + (path.startsWith("/") ? path : "/services/data/v" + values.get("version") + "/" + path)
                + (query.isEmpty() ? "" : "?" + query)));
        String body = body(filled);
        if (!filled.has("token")) {
            builder.header("Authorization", "Bearer " + token);
        } else if (!filled.get("token").isNull()) {
            builder.header("Authorization", "Bearer " + filled.get("token").asText());
        }
        if (filled.has("form")) {
            builder.header("Content-Type", "application/x-www-form-urlencoded");
        } else if (!body.isEmpty()) {
            builder.header("Content-Type", "application/json");
        }
        filled.path("headers")
                .properties()
                .forEach(header ->
                        builder.setHeader(header.getKey(), header.getValue().asText()));
        return send(builder.method(
                filled.required("method").asText(),
                body.isEmpty()
                        ? BodyPublishers.noBody()
                        : filled.path("gzip").asBoolean()
                                ? BodyPublishers.ofByteArray(compressed(body))
                                : BodyPublishers.ofString(body)));
    }

    /** Puts variables, {@code {name}}, into texts and names. */
    static JsonNode filled(JsonNode node, Map<String, String> values) {
        if (node.isTextual()) {
            return TextNode.valueOf(filled(node.asText(), values));
        } else if (node.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            node.forEach(element -> elements.add(filled(element, values)));
            return JsonNodeFactory.instance.arrayNode().addAll(elements);
        } else if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(entry -> copy.set(filled(entry.getKey(), values), filled(entry.getValue(), values)));
            return copy;
        }
        return node;
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private void tellUser() {
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("method", "GET").put("path", "/services/oauth2/userinfo");
        JsonNode user = send(request, variables).path("body");
        variables.put("userId", user.path("user_id").asText());
        variables.put("orgId", user.path("organization_id").asText());
        variables.put("username", user.path("preferred_username").asText());
        variables.put("identity", URI.create(user.path("sub").asText("/")).getPath());
        replacements
                .anywhere("<id>", user.path("user_id").asText())
                .anywhere("<id>", user.path("organization_id").asText())
                .anywhere("<username>", user.path("preferred_username").asText())
                .anywhere("<email>", user.path("email").asText())
                .whole("<name>", user.path("name").asText())
                .whole("<name>", user.path("given_name").asText())
                .whole("<name>", user.path("family_name").asText())
                .whole("<name>", user.path("nickname").asText());
    }

    private ObjectNode send(HttpRequest.Builder request) {
        try {
            return AnswerReader.read(http.send(request.timeout(LONGEST).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String body(JsonNode request) {
        JsonNode body = request.path("body");
        if (request.has("form")) {
            return form(request.get("form"));
        } else if (body.isMissingNode()) {
            return "";
        }
        return body.isTextual() ? body.asText() : body.toString();
    }

    private static byte[] compressed(String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String form(JsonNode fields) {
        return fields.properties().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().asText(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
    }

    /**
     * Where and how to log in.
     *
     * @param url login URL
     * @param clientId consumer key
     * @param clientSecret consumer secret
     */
    record Login(String url, String clientId, String clientSecret) {

        @Override
        public String toString() {
            return url;
        }
    }
}
