package org.camelforce.salesforcecc.springboot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.util.StringHelper;
import org.camelforce.salesforcecc.token.TokenPolicy;

/** Metadata of {@code token-policy.*}: types and defaults of {@link TokenPolicy}, descriptions of its Javadoc. */
final class TokenPolicyOptions {

    private final String source;

    TokenPolicyOptions() throws IOException {
        source = Files.readString(
                Path.of("../component/src/main/java/org/camelforce/salesforcecc/token/TokenPolicy.java"));
    }

    List<ObjectNode> metadata(String prefix) throws IntrospectionException, ReflectiveOperationException {
        List<ObjectNode> properties = new ArrayList<>();
        TokenPolicy defaults = new TokenPolicy();
        for (PropertyDescriptor option :
                Introspector.getBeanInfo(TokenPolicy.class, Object.class).getPropertyDescriptors()) {
            ObjectNode property = JsonNodeFactory.instance.objectNode();
            property.put("name", prefix + "." + StringHelper.camelCaseToDash(option.getName()));
            property.put("type", boxed(option.getPropertyType()).getName());
            property.put("description", description(option));
            property.put("sourceType", TokenPolicy.class.getName());
            Object value = option.getReadMethod().invoke(defaults);
            if (value != null) {
                property.putPOJO("defaultValue", value instanceof Duration duration ? text(duration) : value);
            }
            properties.add(property);
        }
        return properties;
    }

    private String description(PropertyDescriptor option) {
        String meaning = tag("@return ", option.getReadMethod().getName());
        String range =
                tag("@param " + option.getName() + " ", option.getWriteMethod().getName());
        return range.equals(meaning) ? meaning : meaning + " " + range;
    }

    private String tag(String tag, String method) {
        Matcher javadoc = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*?)" + tag + "((?:(?!\\*/).)*?)\\*/\\s*public \\S+(?: \\S+)? " + method
                                + "\\(",
                        Pattern.DOTALL)
                .matcher(source);
        if (!javadoc.find()) {
            throw new AssertionError("No Javadoc " + tag + "of " + method);
        }
        String text = javadoc.group(2)
                .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                .replaceAll("; default [^;]*$", "")
                .strip();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }

    private static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % 60_000 == 0
                ? duration.toMinutes() + "m"
                : millis % 1_000 == 0 ? duration.toSeconds() + "s" : millis + "ms";
    }
}
