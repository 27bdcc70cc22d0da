package org.camelforce.salesforcecc.karaf.config;

import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.util.StringHelper;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.credentials.OptionCredentialsSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.cm.ConfigurationException;

/**
 * Reads what Config Admin yields. Refuses what no component could be made of, naming key and file and never a value of
 * a pair.
 */
final class SettingsReader {

    /** PID of the configuration of {@code salesforce-cc}, and factory PID of the others. */
    static final String PID = "org.camelforce.salesforcecc";

    private static final String DEFAULT_COMPONENT = "salesforce-cc";
    private static final String FILE = "felix.fileinstall.filename";
    private static final List<String> NOT_OURS =
            List.of("service.", "felix.", "org.apache.felix.", "org.apache.karaf.", "org.osgi.");
    private static final List<String> PAIR = List.of("clientId", "clientSecret", "next.clientId", "next.clientSecret");
    private static final List<String> INSTEAD_OF_PAIR =
            List.of("credentialsLocation", "credentialsSource", "authenticationStrategy", "loginConfig");
    private static final Pattern NAME_IN_FILE = Pattern.compile("(?:.*/)?" + PID + "[-~](.+?)(?:\\.[A-Za-z]+)?");
    private static final Pattern NAME_IN_PID = Pattern.compile(PID + "~(.+)");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");

    private final String file;
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private SettingsReader(String pid, Dictionary<String, ?> properties) throws ConfigurationException {
        Object name = properties.get(FILE);
        this.file = name == null ? "configuration " + pid : name.toString();
        for (String key : Collections.list(properties.keys())) {
            if (NOT_OURS.stream().noneMatch(key::startsWith)) {
                put(key, properties.get(key));
            }
        }
    }

    /**
     * @param properties the configuration with our PID
     * @throws ConfigurationException if no component can be made of it
     */
    static Settings single(Dictionary<String, ?> properties) throws ConfigurationException {
        return new SettingsReader(PID, properties).settings(PID, DEFAULT_COMPONENT);
    }

    /**
     * @param pid tells it apart
     * @param properties a configuration with our factory PID
     * @throws ConfigurationException if no component can be made of it
     */
    static Settings ofFactory(String pid, Dictionary<String, ?> properties) throws ConfigurationException {
        SettingsReader reader = new SettingsReader(pid, properties);
        return reader.settings(pid, reader.componentOf(pid));
    }

    private void put(String key, @Nullable Object value) throws ConfigurationException {
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            throw invalid(key, "must be a single value");
        }
        String text = value.toString().trim();
        if (!text.isEmpty() && values.put(StringHelper.dashToCamelCase(key), text) != null) {
            throw invalid(key, "is there twice, with dashes and without or in upper and lower case");
        }
    }

    private String componentOf(String pid) throws ConfigurationException {
        String key = values.remove("component");
        String name = key != null
                ? key
                : Stream.of(NAME_IN_FILE.matcher(file), NAME_IN_PID.matcher(pid))
                        .filter(Matcher::matches)
                        .map(match -> match.group(1))
                        .findFirst()
                        .orElse(null);
        if (name == null) {
            throw invalid(
                    "component",
                    "is missing. Set it to the component's name, which the routes have as their scheme, or name the file "
                            + PID + "-NAME.cfg");
        }
        if (!SCHEME.matcher(name).matches()) {
            throw invalid("component", "is " + name + ", which cannot be the scheme of an endpoint");
        }
        return name;
    }

    private Settings settings(String pid, String component) throws ConfigurationException {
        for (String name : values.keySet()) {
            if (!OptionNames.isKnown(name)) {
                throw invalid(name, "is not an option of salesforce-cc" + OptionNames.hint(name));
            }
        }
        Map<String, String> pair = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : PAIR) {
            String value = values.remove(name);
            if (value != null) {
                pair.put(name, literal(name, value));
            }
        }
        return new Settings(
                pid,
                file,
                component,
                Collections.unmodifiableMap(values),
                Collections.unmodifiableMap(pair),
                credentials(pair));
    }

    private String literal(String name, String value) throws ConfigurationException {
        if (value.contains("{{")) {
            throw invalid(
                    name,
                    "contains {{, but no Camel context evaluates a pair of Config Admin's. Write Config Admin's own"
                            + " ${env:NAME}, or set credentialsLocation or credentialsSource instead");
        }
        return value;
    }

    private List<ClientCredentials> credentials(Map<String, String> pair) throws ConfigurationException {
        for (String other : INSTEAD_OF_PAIR) {
            if (values.containsKey(other)) {
                if (!pair.isEmpty()) {
                    throw invalid(other, "cannot be set together with " + String.join(", ", pair.keySet()));
                }
                return List.of();
            }
        }
        try {
            return new OptionCredentialsSource(() -> pair, (name, value) -> value).candidates();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    pair.containsKey("clientId") ? "clientSecret" : "clientId", file + ": " + e.getMessage());
        }
    }

    private ConfigurationException invalid(String key, String what) {
        return new ConfigurationException(key, "Key " + key + " in " + file + " " + what);
    }
}
