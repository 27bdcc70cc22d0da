package org.camelforce.salesforcecc.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** What a scan does with Camel's Kamelets for Salesforce, and with those that have replaced them. */
class MigrationKameletsTest {

    private static final String URL = ProjectKind.TARGET.loginUrl();
    private static final MigrationTarget NO_URL = new MigrationTarget(null, "1.0.0");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userName=jane&password=x12&sObjectName=Lead|loginUrl=%s&sObjectName=Lead",
                "sObjectName=Lead&password=x12&userName=jane|sObjectName=Lead&loginUrl=%s",
                "password=x12&userName=jane&sObjectName=Lead|loginUrl=%s&sObjectName=Lead",
                "userName=jane|loginUrl=%s",
                "loginUrl=https://acme.my.salesforce.com&userName=jane&clientId=k|loginUrl=%s&clientId=k",
                "userName={{user}}&sObjectName=Lead&password={{pw}}|loginUrl=%s&sObjectName=Lead",
                "password=x12&sObjectName=Lead|sObjectName=Lead"
            })
    void writeWhenAKameletIsAUriThenALoginUrlReplacesTheUser(String options, String expected) throws Exception {
        String before = "kamelet:salesforce-create-sink?" + options;
        String after = "kamelet:salesforce-cc-create-sink?" + expected.formatted(URL);
        Map<String, String> files = Map.of(
                "A.java", "class A extends RouteBuilder { void configure() { from(\"direct:a\").to(\"@\"); } }\n",
                "a.kt", "from(\"direct:a\").to(\"@\")\n",
                "a.properties", "sink=@\n",
                "a.yaml", "- from:\n    uri: direct:a\n    steps:\n      - to: \"@\"\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(file.getKey(), file.getValue().replace("@", before));
        }
        write("a.xml", "<route><to uri=\"" + before.replace("&", "&amp;") + "\"/></route>\n");

        apply(ProjectKind.TARGET);

        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(folder.resolve(file.getKey()))
                    .content()
                    .isEqualTo(file.getValue().replace("@", after));
        }
        assertThat(folder.resolve("a.xml"))
                .content()
                .isEqualTo("<route><to uri=\"" + after.replace("&", "&amp;") + "\"/></route>\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.yaml|- to: {uri: 'kamelet:salesforce-source', parameters: {topicName: T, userName: u, password: p}}%n|"
                        + "- to: {uri: 'kamelet:salesforce-cc-source', parameters: {topicName: T, loginUrl: \"@\"}}%n",
                "a.yaml|camel: {component: {salesforce: {user-name: u, client-id: k}}}%n|"
                        + "camel: {component: {salesforce-cc: {login-url: \"@\", client-id: k}}}%n",
                "a.yaml|camel:%n  kamelet:%n    salesforce-source:%n      userName: u%n      clientId: k%n|"
                        + "camel:%n  kamelet:%n    salesforce-cc-source:%n      loginUrl: @%n      clientId: k%n",
                "A.java|class A { void a() {%nm.addInitialProperty(\"camel.kamelet.salesforce-source.userName\", user());%n} }%n|"
                        + "class A { void a() {%nm.addInitialProperty(\"camel.kamelet.salesforce-cc-source.loginUrl\", \"@\");%n} }%n",
                "A.java|class A { void a() {%nm.addInitialProperty(\"camel.component.salesforce.user-name\", \"u\");%n} }%n|"
                        + "class A { void a() {%nm.addInitialProperty(\"camel.component.salesforce-cc.login-url\", \"@\");%n} }%n",
                "a.xml|<prop key=\"camel.kamelet.salesforce-source.userName\" value=\"u\"/>%n|"
                        + "<prop key=\"camel.kamelet.salesforce-cc-source.loginUrl\" value=\"@\"/>%n",
                "a.xml|<prop name=\"camel.component.salesforce.user-name\" value=\"u\"/>%n|"
                        + "<prop name=\"camel.component.salesforce-cc.login-url\" value=\"@\"/>%n"
            })
    void writeWhenOptionsHaveAnotherFormThenALoginUrlReplacesTheUser(String name, String before, String after)
            throws Exception {
        write(name, before.formatted());

        apply(ProjectKind.TARGET);

        assertThat(folder.resolve(name)).content().isEqualTo(after.formatted().replace("@", URL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java|class A { void a() { to(\"kamelet:salesforce-create-sink?userName=u&password=p&sObjectName=Lead\"); } }",
                "a.xml|<route><to uri=\"kamelet:salesforce-create-sink?userName=u&amp;password=p\"/></route>",
                "a.properties|sink=kamelet:salesforce-create-sink?password=p&userName=u",
                "a.properties|camel.kamelet.salesforce-source.userName=u%ncamel.kamelet.salesforce-source.topicName=T",
                "a.yaml|- from:%n    uri: kamelet:salesforce-source%n    parameters:%n      userName: u%n      topicName: T",
                "a.yaml|- from:%n    uri: kamelet:salesforce-source%n    parameters: {userName: u, topicName: T}",
                "a.yaml|spec:%n  source:%n    ref:%n      kind: Kamelet%n      name: salesforce-source%n"
                        + "    properties:%n      userName: u%n      topicName: T",
                "a.yaml|camel:%n  kamelet:%n    salesforce-source:%n      userName: u%n      topicName: T",
                "a.xml|<prop key=\"camel.kamelet.salesforce-source.userName\" value=\"u\"/>",
                "a.yaml|- from:%n    uri: kamelet:salesforce-source%n    parameters:%n      loginUrl: https://login.salesforce.com",
                "A.java|class A { void a() { to(\"kamelet:salesforce-create-sink?loginUrl=https://test.salesforce.com\"); } }",
                "a.properties|camel.kamelet.salesforce-source.loginUrl=https://login.salesforce.com"
            })
    void writeWhenNoLoginUrlIsGivenThenTheKameletsPlaceForItIsListedAgain(String name, String text) throws Exception {
        write(name, text.formatted() + "\n");

        apply(NO_URL);

        assertThat(folder.resolve(name)).content().doesNotContain("password");
        assertThat(scan(NO_URL).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.certainty()).isEqualTo(Certainty.LOOK);
            assertThat(finding.instead()).contains("https://<my domain>.my.salesforce.com");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java|class A { void a() { from(\"kamelet:salesforce-source?topicName=T&operation=subscribe\"); } }",
                "A.java|class A { void a() { m.addInitialProperty(\"camel.kamelet.salesforce-source.operation\", \"subscribe\"); } }",
                "a.kt|from(\"kamelet:salesforce-source/mine?operation=subscribe&topicName=T\")",
                "a.xml|<route><from uri=\"kamelet:salesforce-source?topicName=T&amp;operation=subscribe\"/></route>",
                "a.xml|<prop key=\"camel.kamelet.salesforce-source.operation\" value=\"subscribe\"/>",
                "a.properties|camel.kamelet.salesforce-source.operation=subscribe",
                "a.properties|camel.kamelet.salesforce-source.mine.operation=subscribe",
                "a.properties|source=kamelet:salesforce-source?operation=subscribe",
                "a.yaml|- from:%n    uri: kamelet:salesforce-source%n    parameters:%n      operation: subscribe",
                "a.yaml|- from: {uri: 'kamelet:salesforce-source?operation=subscribe'}",
                "a.yaml|spec:%n  source:%n    ref:%n      kind: Kamelet%n      name: salesforce-source%n"
                        + "    properties:%n      operation: subscribe",
                "a.yaml|camel:%n  kamelet:%n    salesforce-source:%n      operation: subscribe"
            })
    void writeWhenTheOtherKameletLacksAnOptionThenItIsListedBeforeAndAfter(String name, String text) throws Exception {
        String why = "salesforce-cc-source has no option operation; check what it is for, and remove it";
        write(name, text.formatted() + "\n");

        assertThat(scan(ProjectKind.TARGET).findings())
                .extracting(MigrationFinding::why)
                .anyMatch(found -> found.contains(why));
        apply(ProjectKind.TARGET);

        assertThat(folder.resolve(name)).content().contains("salesforce-cc-source");
        assertThat(scan(ProjectKind.TARGET).findings())
                .singleElement()
                .extracting(MigrationFinding::why)
                .isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java|class A { void a() { from(\"kamelet:salesforce-cc-source?topicName=T&durable=true&bridgeErrorHandler=true\"); } }",
                "a.properties|camel.kamelet.salesforce-cc-source.durable=true%ncamel.kamelet.salesforce-cc-source.clientSecret=x12",
                "a.properties|camel.kamelet.salesforce-cc-pubsub-source.pubSubReplayId=AAE=",
                "a.properties|camel.kamelet.salesforce-cc-mine.operation=a",
                "a.yaml|- from:%n    uri: kamelet:salesforce-cc-query-source%n    parameters:%n      period: 1000%n      loginUrl: {{url}}",
                "a.xml|<prop key=\"camel.kamelet.salesforce-cc-upsert-sink.sObjectIdName\" value=\"Key__c\"/>"
            })
    void runWhenAKameletOfSalesforceCcHasItsOwnOptionsThenNothing(String name, String text) throws Exception {
        write(name, text.formatted().replace("{{url}}", "\"{{url}}\"") + "\n");

        assertThat(scan(ProjectKind.TARGET).findings()).isEmpty();
    }

    @Test
    void runWhenASinkWithoutACounterpartWasReplacedByHandThenItsPasswordIsListed() throws Exception {
        write("a.properties", "camel.kamelet.salesforce-cc-upsert-sink.password=open-sesame\n");

        assertThat(scan(ProjectKind.TARGET).findings())
                .extracting(MigrationFinding::certainty)
                .containsExactly(Certainty.CERTAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java|class A { void a() { m.addInitialProperty(\"camel.kamelet.salesforce-update-sink.sObjectName\", \"Lead\"); } }",
                "a.xml|<prop key=\"camel.kamelet.salesforce-update-sink.sObjectName\" value=\"Lead\"/>",
                "a.properties|camel.kamelet.salesforce-update-sink.sObjectName=Lead"
            })
    void runWhenAPropertyNamesAKameletWithoutACounterpartThenItIsLookedAt(String name, String text) throws Exception {
        write(name, text + "\n");

        assertThat(scan(ProjectKind.TARGET).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.certainty()).isEqualTo(Certainty.LOOK);
            assertThat(finding.why()).contains("salesforce-update-sink has no counterpart");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pom.xml|<project><modelVersion>4.0.0</modelVersion><dependencies><dependency>%n"
                        + "<groupId>org.apache.camel.kamelets</groupId>%n<artifactId>camel-kamelets</artifactId>%n"
                        + "</dependency></dependencies></project>|3",
                "build.gradle|dependencies {%n implementation 'org.apache.camel.kamelets:camel-kamelets:4.18.0'%n}|2",
                "build.gradle.kts|dependencies {%n implementation(\"org.apache.camel.kamelets:camel-kamelets:4.18.0\")%n}|2",
                "gradle/libs.versions.toml|[libraries]%nkamelets = \"org.apache.camel.kamelets:camel-kamelets:4.18.0\"|2",
                "application.properties|camel.jbang.version=4.18.0%ncamel.jbang.dependencies=mvn:org.apache.camel.kamelets:camel-kamelets:4.18.0|2"
            })
    void writeWhenAKameletIsUsedThenItsDependencyIsListedUntilTheOtherIsThere(String name, String text, int line)
            throws Exception {
        write(name, text.formatted() + "\n");
        write("r.yaml", "- to: kamelet:salesforce-create-sink?sObjectName=Lead\n");

        apply(ProjectKind.TARGET);

        assertThat(folder.resolve("r.yaml")).content().contains("salesforce-cc-create-sink");
        assertThat(scan(ProjectKind.TARGET).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(name);
            assertThat(finding.line()).isEqualTo(line);
            assertThat(finding.certainty()).isEqualTo(Certainty.LOOK);
            assertThat(finding.why())
                    .isEqualTo(
                            "the Kamelets of salesforce-cc are in org.camelforce:camel-salesforce-cc-kamelets: add it,"
                                    + " and remove camel-kamelets if nothing else uses it");
        });
        write(
                "app/build.gradle",
                "dependencies { implementation 'org.camelforce:camel-salesforce-cc-kamelets:1.0.0' }\n");
        assertThat(scan(ProjectKind.TARGET).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "camel-kamelets|kamelet:kafka-sink",
                "camel-kamelets|salesforce-cc:query",
                "camel-kamelets-utils|kamelet:salesforce-cc-source",
                "my-camel-kamelets|kamelet:salesforce-cc-source"
            })
    void runWhenNoKameletNeedsTheDependencyThenItIsNotListed(String artifact, String uri) throws Exception {
        write("build.gradle", "dependencies { implementation 'org.apache.camel.kamelets:" + artifact + ":4.18.0' }\n");
        write("r.yaml", "- to: " + uri + "\n");

        assertThat(scan(ProjectKind.TARGET).findings()).isEmpty();
    }

    @Test
    void runWhenTheDependencyIsOnlyManagedThenItIsNotListed() throws Exception {
        write(
                "pom.xml",
                "<project><modelVersion>4.0.0</modelVersion><dependencyManagement><dependencies><dependency>"
                        + "<groupId>org.apache.camel.kamelets</groupId><artifactId>camel-kamelets</artifactId>"
                        + "</dependency></dependencies></dependencyManagement></project>\n");
        write("r.yaml", "- to: kamelet:salesforce-cc-create-sink?sObjectName=Lead\n");

        assertThat(scan(ProjectKind.TARGET).findings()).isEmpty();
    }

    @Test
    void optionsThenAreThoseOfTheKamelets() throws Exception {
        Map<String, Set<String>> options = new TreeMap<>();
        Path kamelets = Path.of("..", "kamelets", "src", "main", "resources", "kamelets");
        try (Stream<Path> files = Files.list(kamelets)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".kamelet.yaml", "");
                options.put(name, properties(new Yaml().load(Files.readString(file))));
            }
        }

        assertThat(Kamelet.OPTIONS).isEqualTo(options);
    }

    private static Set<String> properties(Map<String, Map<String, Map<String, Map<String, ?>>>> kamelet) {
        return Set.copyOf(
                kamelet.get("spec").get("definition").get("properties").keySet());
    }

    private MigrationReport scan(MigrationTarget target) throws IOException {
        return new MigrationScan(folder, target, false).run();
    }

    private void apply(MigrationTarget target) throws IOException {
        ReportFiles.write(scan(target), folder);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
