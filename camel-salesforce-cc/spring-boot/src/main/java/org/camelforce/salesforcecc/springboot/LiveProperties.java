package org.camelforce.salesforcecc.springboot;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.PropertyPlaceholderHelper;
import org.springframework.util.StringUtils;

/**
 * Properties of Spring's environment as they are now. The environment's property sources are asked at each call, so
 * that a refreshed one is seen; a value from a file outside the application, of a config tree or a properties or YAML
 * file, is read from the file again, because Spring keeps what it read at start. Placeholders, those of Camel too, are
 * resolved in the same way. Safe for use by several threads.
 */
final class LiveProperties {

    private static final Pattern NAME = Pattern.compile("[\\w.-]+");

    private final PropertyPlaceholderHelper placeholders = new PropertyPlaceholderHelper("${", "}", ":", '\\', false);
    private final PropertyPlaceholderHelper camelPlaceholders =
            new PropertyPlaceholderHelper("{{", "}}", null, null, true);
    private final List<PropertySourceLoader> loaders = SpringFactoriesLoader.loadFactories(
            PropertySourceLoader.class, getClass().getClassLoader());
    private final Environment environment;

    LiveProperties(Environment environment) {
        this.environment = environment;
    }

    /**
     * @return the value, or null if no source has the property
     * @throws IllegalArgumentException if a placeholder cannot be resolved
     */
    @Nullable
    String value(String name) {
        String value = unresolved(name);
        return value == null
                ? null
                : placeholders.replacePlaceholders(
                        camelPlaceholders.replacePlaceholders(value, this::unresolvedName), this::value);
    }

    /** Camel's functions, such as {@code env:} and vaults, are Camel's to resolve. */
    private @Nullable String unresolvedName(String name) {
        return NAME.matcher(name).matches() ? unresolved(name) : null;
    }

    private @Nullable String unresolved(String name) {
        ConfigurationPropertyName adapted = ConfigurationPropertyName.adapt(name, '.');
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty property = source.getConfigurationProperty(adapted);
            if (property != null) {
                return String.valueOf(readAgain(property));
            }
        }
        return environment.getProperty(name);
    }

    /** A file that cannot be read just now, for example while it is being replaced, leaves the value as it was. */
    private Object readAgain(ConfigurationProperty property) {
        try {
            for (PropertySource<?> source : sourcesAgain(property)) {
                ConfigurationPropertySource read = ConfigurationPropertySource.from(source);
                ConfigurationProperty again = read == null ? null : read.getConfigurationProperty(property.getName());
                if (again != null) {
                    return again.getValue();
                }
            }
        } catch (IOException | IllegalStateException e) {
            return property.getValue();
        }
        return property.getValue();
    }

    private List<PropertySource<?>> sourcesAgain(ConfigurationProperty property) throws IOException {
        ConfigurationPropertySource source = property.getSource();
        Object underlying = source == null ? null : source.getUnderlyingSource();
        if (underlying instanceof ConfigTreePropertySource tree) {
            return List.of(new ConfigTreePropertySource(
                    tree.getName(), tree.getSource(), ConfigTreePropertySource.Option.AUTO_TRIM_TRAILING_NEW_LINE));
        }
        if (underlying instanceof OriginTrackedMapPropertySource file
                && property.getOrigin() instanceof PropertySourceOrigin of
                && of.getOrigin() instanceof TextResourceOrigin origin
                && origin.getResource() != null
                && origin.getResource().isFile()) {
            return load(file.getName(), origin.getResource());
        }
        return List.of();
    }

    /** Of a file with several documents, it is not known which one the value came from. */
    private List<PropertySource<?>> load(String name, Resource resource) throws IOException {
        String extension = StringUtils.getFilenameExtension(resource.getFilename());
        for (PropertySourceLoader loader : loaders) {
            if (List.of(loader.getFileExtensions()).contains(extension)) {
                List<PropertySource<?>> documents = loader.load(name, resource);
                return documents.size() == 1 ? documents : List.of();
            }
        }
        return List.of();
    }
}
