package org.camelforce.salesforcecc.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialFormatTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "secret.json, JSON",
        "SECRET.JSON, JSON",
        "secret.properties, PROPERTIES",
        "SECRET.PROPERTIES, PROPERTIES",
        "secret, JSON"
    })
    void ofWhenPathIsAFileThenItsNameTells(String name, CredentialFormat format) {
        assertThat(CredentialFormat.of(folder.resolve(name))).isEqualTo(format);
    }

    @Test
    void ofWhenPathIsAFolderThenOneFilePerValueWhateverItsName() throws Exception {
        Path named = Files.createDirectory(folder.resolve("secret.json"));

        assertThat(CredentialFormat.of(named)).isEqualTo(CredentialFormat.FOLDER);
    }

    @Test
    void readWhenFolderThenFilesAreValuesButNeitherHiddenOnesNorFolders() throws Exception {
        Files.writeString(folder.resolve("consumerKey"), "key");
        Files.writeString(folder.resolve("consumerSecret"), "secret\n");
        Files.writeString(folder.resolve(".consumerKey.swp"), "draft");
        Files.createDirectory(folder.resolve("..2026_01_01"));
        Files.createDirectory(folder.resolve("more"));

        assertThat(CredentialFormat.FOLDER.read(folder))
                .containsOnly(entry("consumerKey", "key"), entry("consumerSecret", "secret\n"));
    }

    @Test
    void readWhenFolderHasFilesOfOtherNamesThenTheyAreNotRead() throws Exception {
        Files.writeString(folder.resolve("consumer-key"), "key");
        Files.writeString(folder.resolve("nextConsumerSecret"), "next");
        Files.write(folder.resolve("truststore.p12"), new byte[] {'a', (byte) 0xff, (byte) 0xfe});

        assertThat(CredentialFormat.FOLDER.read(folder))
                .containsOnly(entry("consumer-key", "key"), entry("nextConsumerSecret", "next"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret.json", "secret.properties", "consumerKey"})
    void readWhenAFileIsTooLongThenRefusedWithItsPath(String name) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "x".repeat(1024 * 1024 + 1));
        Path path = name.equals("consumerKey") ? folder : file;

        assertThatThrownBy(() -> CredentialFormat.of(path).read(path))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is longer than 1048576 bytes");
    }

    @Test
    void readWhenJsonThenTopLevelValuesAsText() throws Exception {
        Path file = Files.writeString(
                folder.resolve("secret.json"), "{\"consumerKey\":\"key\",\"port\":443,\"on\":true,\"none\":null}");

        assertThat(CredentialFormat.JSON.read(file))
                .containsEntry("consumerKey", "key")
                .containsEntry("port", "443")
                .containsEntry("on", "true");
    }

    @Test
    void readWhenJsonValueIsNullThenItIsMissing() throws Exception {
        Path file = Files.writeString(folder.resolve("secret.json"), "{\"consumerKey\":null}");

        assertThat(CredentialFormat.JSON.read(file)).doesNotContainKey("consumerKey");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"consumerSecret\": \"hush-hush\"",
                "{\"consumerSecret\": hush-hush}",
                "[\"hush-hush\"]",
                "\"hush-hush\"",
                "hush-hush",
                "{\"consumerSecret\": \"hush-hush\"} trailing",
                "null",
                "{\"consumerSecret\": {\"nested\": \"hush-hush\"}",
                ""
            })
    void readWhenNoJsonObjectThenPathAndLineButNotTheContent(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("secret.json"), text);

        assertThatThrownBy(() -> CredentialFormat.JSON.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("is not a JSON object, see line 1")
                .hasNoCause()
                .hasMessageNotContaining("hush");
    }

    @Test
    void readWhenPropertiesThenValuesInUtf8() throws Exception {
        Path file = Files.writeString(folder.resolve("secret.properties"), "# Sch\u00fcssel\nclientId = \u00fcber\n");

        assertThat(CredentialFormat.PROPERTIES.read(file)).containsOnly(entry("clientId", "\u00fcber"));
    }

    @Test
    void readWhenPropertiesHaveABrokenEscapeThenPathButNotTheContent() throws Exception {
        Path file = Files.writeString(folder.resolve("secret.properties"), "clientSecret=hush\\u00zz\n");

        assertThatThrownBy(() -> CredentialFormat.PROPERTIES.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("hush");
    }

    @Test
    void readWhenFileIsNotUtf8ThenPathButNotTheContent() throws Exception {
        Path file = Files.write(folder.resolve("secret.properties"), new byte[] {'a', '=', (byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> CredentialFormat.PROPERTIES.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }
}
