package org.camelforce.salesforcecc.credentials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How named values are kept at a path. */
enum CredentialFormat {
    /** One file per value, named like it, as Kubernetes mounts a secret; files that begin with a dot are not read. */
    FOLDER {
        @Override
        Map<String, String> read(Path folder) throws IOException {
            Map<String, String> values = new LinkedHashMap<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(CredentialFormat::isValue).toList()) {
                    values.put(file.getFileName().toString(), text(file));
                }
            }
            return values;
        }
    },
    /** One JSON object, as AWS Secrets Manager and Infisical keep it for Salesforce; a value of null is none. */
    JSON {
        @Override
        Map<String, String> read(Path file) throws IOException {
            @Nullable Map<String, Object> members;
            try {
                members = MAPPER.readValue(text(file), new TypeReference<@Nullable Map<String, Object>>() {});
            } catch (JsonProcessingException e) {
                // its message shows the text, which is the secret
                throw noJsonObject(
                        file, e.getLocation() == null ? 1 : e.getLocation().getLineNr());
            }
            if (members == null) {
                throw noJsonObject(file, 1);
            }
            Map<String, String> values = new LinkedHashMap<>();
            members.forEach((name, value) -> {
                if (value != null) {
                    values.put(name, value.toString());
                }
            });
            return values;
        }
    },
    /** A properties file. */
    PROPERTIES {
        @Override
        Map<String, String> read(Path file) throws IOException {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(text(file)));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + " is not a properties file: " + e.getMessage());
            }
            Map<String, String> values = new LinkedHashMap<>();
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
            return values;
        }
    };

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    abstract Map<String, String> read(Path path) throws IOException;

    static CredentialFormat of(Path path) {
        if (Files.isDirectory(path)) {
            return FOLDER;
        }
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".properties") ? PROPERTIES : JSON;
    }

    private static boolean isValue(Path file) {
        return !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file);
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not text in UTF-8");
        }
    }

    private static IOException noJsonObject(Path file, int line) {
        return new IOException(file + " is not a JSON object, see line " + line);
    }
}
