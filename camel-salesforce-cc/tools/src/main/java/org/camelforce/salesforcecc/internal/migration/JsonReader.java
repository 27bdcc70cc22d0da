package org.camelforce.salesforcecc.internal.migration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;

/** Reads JSON: configurations of Kafka connectors, and others. */
final class JsonReader implements SourceReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final Set<String> ENDPOINTS = Set.of("uri", "from", "to", "toD");
    private static final Set<String> DESCRIPTIONS = Set.of("description", "title", "defaultValue");

    /** A member of an object; {@code object} is where the object begins, {@code path} has the names above it. */
    private record Member(long object, @Nullable Range key, String name, String path, Range value, String text) {}

    @Override
    public boolean reads(String path) {
        return path.endsWith(".json") || path.endsWith(".jsonc") || path.endsWith(".json5");
    }

    @Override
    public void read(Source source, Places places) throws UnreadableFileException {
        List<Member> members = members(source);
        List<Long> connectors = members.stream()
                .filter(member ->
                        member.name().equals("connector.class") && member.text().contains("alesforce"))
                .map(Member::object)
                .toList();
        for (Member member : members) {
            Range key = member.key();
            boolean connector = connectors.contains(member.object());
            if (connector && key != null && ConnectorOptions.isOne(member.name())) {
                places.look(Kind.CREDENTIAL, source, key.start(), ConnectorOptions.why(member.name()));
                hide(source, member, places);
            } else if (key != null && Recognizer.read(source, key, places)) {
                hide(source, member, places);
            } else if (key != null && option(member) != null) {
                LoginOption option = Objects.requireNonNull(option(member));
                boolean obsolete = option.isObsolete(member.text());
                places.look(obsolete ? Kind.CREDENTIAL : Kind.MOVE, source, key.start(), option.why());
                hide(source, member, places);
            } else if (key != null && Property.isOwnCredential(member.path())) {
                places.look(Kind.CREDENTIAL, source, key.start(), Recognizer.OWN);
                hide(source, member, places);
            } else if (ENDPOINTS.contains(member.name()) && member.text().startsWith(Property.SCHEME + ":")) {
                places.look(Kind.MOVE, source, member.value().start(), "the scheme becomes salesforce-cc:");
            } else if (!connector && !DESCRIPTIONS.contains(member.name())) {
                Recognizer.read(source, member.value(), places);
            }
        }
    }

    /** The option of the component that a member is, with the names above it. */
    private static @Nullable LoginOption option(Member member) {
        Property property = Property.of(member.path()).orElse(null);
        return property == null || property.kamelet() != null ? null : property.option();
    }

    private static void hide(Source source, Member member, Places places) {
        String option = member.name().substring(member.name().lastIndexOf('.') + 1);
        boolean secret = LoginOption.isSecretName(option) || Property.isOwnCredential(member.path());
        if (secret && !LoginOption.isPlaceholder(member.text())) {
            places.secret(source, member.value());
        }
    }

    /** The strings of a text, with the names of those that are members of an object. */
    private static List<Member> members(Source source) throws UnreadableFileException {
        List<Member> members = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(source.text())) {
            List<Long> objects = new ArrayList<>(List.of(-1L));
            Range key = null;
            String name = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    objects.add(parser.currentTokenLocation().getCharOffset());
                    key = null;
                } else if (token.isStructEnd()) {
                    objects.remove(objects.size() - 1);
                } else if (token == JsonToken.FIELD_NAME) {
                    key = string(source, parser);
                    name = parser.getText();
                } else if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
                    members.add(new Member(
                            objects.get(objects.size() - 1),
                            key,
                            key == null ? "" : name,
                            path(parser),
                            token == JsonToken.VALUE_STRING ? string(source, parser) : number(parser),
                            parser.getText()));
                    key = null;
                }
            }
        } catch (IOException e) {
            throw new UnreadableFileException("not JSON", e);
        }
        return members;
    }

    private static String path(JsonParser parser) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        return pointer.replaceFirst("^/", "").replaceAll("/\\d+(?=/|$)", "").replace('/', '.');
    }

    private static Range number(JsonParser parser) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        return new Range(start, start + parser.getTextLength());
    }

    private static Range string(Source source, JsonParser parser) {
        int start = (int) parser.currentTokenLocation().getCharOffset() + 1;
        int end = start;
        while (source.text().charAt(end) != '"') {
            end += source.text().charAt(end) == '\\' ? 2 : 1;
        }
        return new Range(start, end);
    }
}
