package org.camelforce.salesforcecc.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.migration.Hit.Kind;
import org.jspecify.annotations.Nullable;

/** Reads {@code .properties} files, line by line as {@link java.util.Properties} does. */
final class PropertiesReader implements SourceReader {

    private static final Pattern PAIR = Pattern.compile("(?s)([^=:\\s]+)(\\s*[=:]\\s*|\\s+)(.*)");
    private static final Pattern BEAN = Pattern.compile(".*\\bcamel\\.beans\\.([\\w-]+)");

    private record Pair(int line, String key, String separator, String value) {}

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".properties");
    }

    @Override
    public List<Hit> read(Source source) {
        return read(source, 0);
    }

    /** Reads a text that begins below a line of another file. */
    List<Hit> read(Source source, int linesBefore) {
        List<Pair> pairs = pairs(source);
        Set<String> beans = pairs.stream()
                .filter(PropertiesReader::isComponentBean)
                .map(pair -> BEAN.matcher(pair.key()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toSet());
        Set<String> withLoginUrl = pairs.stream()
                .flatMap(pair -> Property.of(pair.key(), pair.value(), beans).stream())
                .filter(property -> property.option() == LoginOption.LOGIN_URL)
                .map(Property::owner)
                .collect(Collectors.toSet());
        List<Hit> hits = new ArrayList<>();
        for (Pair pair : pairs) {
            hit(source, pair, beans, withLoginUrl, linesBefore).ifPresent(hits::add);
        }
        return hits;
    }

    private static Optional<Hit> hit(
            Source source, Pair pair, Set<String> beans, Set<String> withLoginUrl, int linesBefore) {
        int line = pair.line() + linesBefore;
        if (isComponentBean(pair)) {
            String found = pair.key() + pair.separator() + pair.value();
            return Optional.of(new Hit(
                    Kind.CONSEQUENCE,
                    line,
                    found,
                    found.replace(Property.COMPONENT_CLASS, Property.NEW_CLASS),
                    LoginOption.OTHER.why()));
        }
        return Property.of(pair.key(), pair.value(), beans).flatMap(property -> {
            String found = pair.key() + pair.separator() + source.shown(property.option(), pair.value());
            String instead = instead(pair, property, withLoginUrl);
            return found.equals(instead)
                    ? Optional.empty()
                    : Optional.of(new Hit(property.kind(), line, found, instead, why(property)));
        });
    }

    private static String why(Property property) {
        return property.kind() == Kind.KAMELET ? Kamelet.WHY : property.option().why();
    }

    private static @Nullable String instead(Pair pair, Property property, Set<String> withLoginUrl) {
        if (property.kind() == Kind.KAMELET) {
            return null;
        }
        if (property.option() == LoginOption.USER_NAME && !withLoginUrl.contains(property.owner())) {
            return property.loginUrlKey() + pair.separator() + LoginOption.MY_DOMAIN;
        }
        return property.option().isObsolete()
                ? null
                : property.newKey() + pair.separator() + property.option().rewritten(pair.value());
    }

    private static boolean isComponentBean(Pair pair) {
        return BEAN.matcher(pair.key()).matches() && pair.value().contains(Property.COMPONENT_CLASS);
    }

    private static List<Pair> pairs(Source source) {
        List<Pair> pairs = new ArrayList<>();
        for (int number = 1; number <= source.lines(); number++) {
            int first = number;
            StringBuilder logical = new StringBuilder(source.line(number).strip());
            boolean comment = logical.indexOf("#") == 0 || logical.indexOf("!") == 0;
            while (!comment && continues(logical) && number < source.lines()) {
                number++;
                logical.setLength(logical.length() - 1);
                logical.append(source.line(number).strip());
            }
            Matcher matcher = PAIR.matcher(logical);
            if (!comment && matcher.matches()) {
                pairs.add(new Pair(first, matcher.group(1), matcher.group(2), matcher.group(3)));
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
