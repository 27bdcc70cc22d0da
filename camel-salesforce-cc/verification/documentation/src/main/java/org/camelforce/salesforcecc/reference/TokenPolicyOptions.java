package org.camelforce.salesforcecc.reference;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;

/** The options of {@link TokenPolicy}, which Camel's schema knows as one object only: the texts are its Javadoc. */
final class TokenPolicyOptions {

    private static final Pattern ACCESSOR = Pattern.compile(
            "/\\*\\*\\s*(?:\\*\\s*)?@(return|param \\w+) ((?:(?!\\*/).)*?)\\s*\\*/\\s*public \\S+(?: \\S+)? (get|is|set)(\\w+)\\(",
            Pattern.DOTALL);

    private final String source;

    private TokenPolicyOptions(String source) {
        this.source = source;
    }

    /** @param component the folder of the module that has the class */
    static TokenPolicyOptions ofSourcesIn(Path component) throws IOException {
        return new TokenPolicyOptions(Files.readString(
                component.resolve("src/main/java/" + TokenPolicy.class.getName().replace('.', '/') + ".java")));
    }

    List<Option> all() throws ReflectiveOperationException {
        List<Option> options = new ArrayList<>();
        for (Field field : TokenPolicy.class.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                options.add(option(field));
            }
        }
        return options;
    }

    private Option option(Field field) throws ReflectiveOperationException {
        String capital = field.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                + field.getName().substring(1);
        String getter = field.getType() == boolean.class ? "is" : "get";
        Method read = TokenPolicy.class.getMethod(getter + capital);
        return new Option(
                field.getName(),
                type(field.getType()),
                text(read.invoke(new TokenPolicy())),
                false,
                description(javadoc(getter, capital), javadoc("set", capital)));
    }

    /** As Camel's schema names it. */
    private static String type(Class<?> type) {
        if (type == Duration.class) {
            return "duration";
        }
        return type == int.class ? "integer" : type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private String javadoc(String kind, String capital) {
        Matcher accessor = ACCESSOR.matcher(source);
        while (accessor.find()) {
            if (accessor.group(3).equals(kind) && accessor.group(4).equals(capital)) {
                return accessor.group(2).replaceAll("\\s*\\n\\s*\\*\\s*", " ");
            }
        }
        throw new IllegalStateException("No Javadoc found of " + kind + capital);
    }

    /** Without the default, which has a column of its own. */
    private static String description(String meaning, String range) {
        return Stream.of(meaning, range)
                .map(text -> text.replaceAll("; default [^;]*$", ""))
                .distinct()
                .map(TokenPolicyOptions::sentence)
                .collect(Collectors.joining(" "));
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Duration duration) {
            long seconds = duration.toSeconds();
            return seconds % 60 == 0 && seconds > 60 ? seconds / 60 + "m" : seconds + "s";
        }
        return value == null ? "" : value.toString();
    }
}
