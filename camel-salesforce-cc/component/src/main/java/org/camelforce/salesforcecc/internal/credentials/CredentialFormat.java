package org.camelforce.salesforcecc.internal.credentials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How named values are kept at a path. */
public enum CredentialFormat {
    /**
     * One file per value, named like it, as Kubernetes mounts a secret. Only files of known names are read, and read
     * again if the link {@code ..data} has been turned meanwhile, so that they belong together.
     */
    FOLDER {
        @Override
        public Map<String, String> read(Path folder) throws IOException {
            for (int attempt = 1; ; attempt++) {
                Path version = version(folder);
                try {
                    Map<String, String> values = values(folder);
                    if (version.equals(version(folder)) || attempt == ATTEMPTS) {
                        return values;
                    }
                } catch (NoSuchFileException e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }

        private Map<String, String> values(Path folder) throws IOException {
            Map<String, String> values = new LinkedHashMap<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(CredentialFormat::isValue).toList()) {
                    values.put(file.getFileName().toString(), text(file));
                }
            }
            return values;
        }

        private static Path version(Path folder) throws IOException {
            Path data = folder.resolve(DATA);
            return Files.isDirectory(data) ? data.toRealPath() : folder;
        }
    },
    /** One JSON object, as AWS Secrets Manager and Infisical keep it for Salesforce; a value of null is none. */
    JSON {
        @Override
        public Map<String, String> read(Path file) throws IOException {
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
        public Map<String, String> read(Path file) throws IOException {
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

    /** As much as Kubernetes takes for a secret. */
    private static final int MAX_BYTES = 1024 * 1024;

    private static final String DATA = "..data";
    private static final int ATTEMPTS = 3;
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public abstract Map<String, String> read(Path path) throws IOException;

    public static CredentialFormat of(Path path) {
        if (Files.isDirectory(path)) {
            return FOLDER;
        }
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".properties") ? PROPERTIES : JSON;
    }

    private static boolean isValue(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && CredentialValues.isKnown(name) && Files.isRegularFile(file);
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException(file + " is longer than " + MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not text in UTF-8");
        }
    }

    private static IOException noJsonObject(Path file, int line) {
        return new IOException(file + " is not a JSON object, see line " + line);
    }
}
