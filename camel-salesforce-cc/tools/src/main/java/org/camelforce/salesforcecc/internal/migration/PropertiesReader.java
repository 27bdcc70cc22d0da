package org.camelforce.salesforcecc.internal.migration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;

/** Reads {@code .properties} and {@code .cfg} files, line by line as {@link java.util.Properties} does. */
final class PropertiesReader implements SourceReader {

    private static final Pattern PAIR =
            Pattern.compile("\\s*((?:[^=:\\s\\\\]++|\\\\.)++)(\\s*[=:]\\s*|\\s+|$)(.*)", Pattern.DOTALL);
    private static final Pattern BEAN = Pattern.compile("(.*?\\bcamel\\.beans\\.)([\\w-]+)(?:\\.(.+))?");
    /** Camel takes dashes out of the names of these beans. */
    private static final String NO_BEAN =
            "a bean in properties cannot have the name salesforce-cc; the component's own properties take its options";

    private static final Set<String> BARE_CREDENTIALS = Set.of("username", "password", "user", "refreshtoken");

    private final PropertyWriter writer;
    private final EndpointUri uris;

    PropertiesReader(MigrationTarget target) {
        this.writer = new PropertyWriter(target);
        this.uris = new EndpointUri(target);
    }

    /** A property; its value may go on in further lines. */
    private record Pair(int first, int last, Range key, Range value, String name, String text) {}

    @Override
    public boolean reads(String path) {
        return path.endsWith(".properties") || path.endsWith(".cfg");
    }

    @Override
    public void read(Source source, Places places) {
        List<Pair> pairs = pairs(source);
        if (isConnector(pairs)) {
            connector(source, pairs, places);
            return;
        }
        Set<String> beans = new HashSet<>();
        Set<String> components = new HashSet<>();
        Set<String> withLoginUrl = new HashSet<>();
        for (Pair pair : pairs) {
            Matcher bean = BEAN.matcher(pair.name());
            if (bean.matches() && isClass(pair.text())) {
                beans.add(bean.group(2));
                if (!pair.text().contains(Property.LOGIN_CONFIG_CLASS)) {
                    components.add(bean.group(2));
                }
            }
            if (LoginOption.of(last(pair.name())) == LoginOption.LOGIN_URL) {
                withLoginUrl.add(owner(pair.name()));
            }
        }
        boolean named =
                source.path().substring(source.path().lastIndexOf('/') + 1).contains(Property.SCHEME);
        for (Pair pair : pairs) {
            places.references().define(pair.name(), source, pair.key(), pair.value());
            Matcher bean = BEAN.matcher(pair.name());
            PropertyWriter.Entry entry = new PropertyWriter.Entry(
                    pair.key(), pair.value(), pair.text(), pair.first(), pair.last(), separator(source, pair));
            if (bean.matches() && beans.contains(bean.group(2))) {
                bean(source, entry, bean, components, withLoginUrl.contains(owner(pair.name())), places);
            } else if (!Property.of(pair.name())
                    .map(property ->
                            writer.write(source, entry, property, withLoginUrl.contains(owner(pair.name())), places))
                    .orElse(false)) {
                other(source, pair, named, places);
            }
            OldHeaders.expressions(source, pair.value(), false, places);
        }
    }

    private void bean(
            Source source,
            PropertyWriter.Entry entry,
            Matcher bean,
            Set<String> components,
            boolean hasLoginUrl,
            Places places) {
        boolean scheme = bean.group(2).equals(Property.SCHEME) && components.contains(bean.group(2));
        if (scheme && bean.group(3) == null) {
            places.removeLines(Kind.MOVE, source, entry.first(), entry.last(), NO_BEAN);
            return;
        }
        if (scheme) {
            int start = entry.key().start() + bean.end(1) - PropertyWriter.BEANS.length();
            places.change(
                    Kind.MOVE,
                    source,
                    new Range(start, entry.key().start() + bean.end(2)),
                    PropertyWriter.NEW_PREFIX,
                    NO_BEAN);
        }
        if (bean.group(3) == null) {
            int at = entry.text().indexOf(Property.COMPONENT_CLASS);
            if (at >= 0) {
                int start = entry.value().start() + at;
                places.change(
                        Kind.MOVE,
                        source,
                        new Range(start, start + Property.COMPONENT_CLASS.length()),
                        Property.NEW_CLASS,
                        LoginOption.OTHER.why());
            }
        } else {
            writer.option(source, entry, bean.group(3), hasLoginUrl, places);
        }
    }

    private void other(Source source, Pair pair, boolean named, Places places) {
        boolean own = Property.isOwnCredential(pair.name()) || named && BARE_CREDENTIALS.contains(plain(pair.name()));
        if (own) {
            places.look(Kind.CREDENTIAL, source, pair.key().start(), Recognizer.OWN);
            hide(source, pair, places);
        } else if (LoginOption.isGenericLogin(pair.text()) && Property.isOwnUrl(pair.name())) {
            writer.loginUrl(source, pair.value(), pair.text(), places);
        } else if (!Property.isAboutLogs(pair.name())
                && !uris.read(source, pair.value(), EndpointUri.Position.ANY, places)) {
            Recognizer.read(source, new Range(pair.key().start(), pair.value().end()), places);
        }
    }

    private static boolean isConnector(List<Pair> pairs) {
        return pairs.stream()
                .anyMatch(pair ->
                        pair.name().equals("connector.class") && pair.text().contains("alesforce"));
    }

    private static void connector(Source source, List<Pair> pairs, Places places) {
        for (Pair pair : pairs) {
            if (ConnectorOptions.isOne(pair.name())) {
                places.look(Kind.CREDENTIAL, source, pair.key().start(), ConnectorOptions.why(pair.name()));
                if (LoginOption.isSecretName(last(pair.name()))) {
                    hide(source, pair, places);
                }
            }
        }
    }

    private static void hide(Source source, Pair pair, Places places) {
        if (!LoginOption.isPlaceholder(pair.text())) {
            places.secret(source, pair.value());
        }
    }

    private static boolean isClass(String value) {
        return value.contains(Property.COMPONENT_CLASS)
                || value.contains(Property.LOGIN_CONFIG_CLASS)
                || value.contains(Property.NEW_CLASS);
    }

    private static String separator(Source source, Pair pair) {
        return source.text().substring(pair.key().end(), pair.value().start());
    }

    private static String owner(String name) {
        return name.substring(0, name.lastIndexOf('.') + 1);
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").replace(".", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static List<Pair> pairs(Source source) {
        List<Pair> pairs = new ArrayList<>();
        for (int number = 1; number <= source.lines(); number++) {
            int first = number;
            String line = source.line(number).strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
                continue;
            }
            StringBuilder value = new StringBuilder(source.line(number));
            while (continues(value) && number < source.lines()) {
                number++;
                value.setLength(value.length() - 1);
                value.append(source.line(number).stripLeading());
            }
            Matcher matcher = PAIR.matcher(source.line(first));
            if (matcher.matches()) {
                int start = source.startOf(first);
                int at = start + matcher.start(3);
                int end = number == first
                        ? start + source.line(first).stripTrailing().length()
                        : source.endOf(number);
                pairs.add(new Pair(
                        first,
                        number,
                        new Range(start + matcher.start(1), start + matcher.end(1)),
                        new Range(at, Math.max(at, end)),
                        matcher.group(1),
                        value.substring(matcher.start(3)).strip()));
            }
        }
        return pairs;
    }

    private static boolean continues(StringBuilder line) {
        int slashes = 0;
        for (int i = line.length() - 1; i >= 0 && line.charAt(i) == '\\'; i--) {
            slashes++;
        }
        return slashes % 2 == 1;
    }
}
