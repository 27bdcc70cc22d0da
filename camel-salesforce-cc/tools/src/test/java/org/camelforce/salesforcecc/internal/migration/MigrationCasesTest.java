package org.camelforce.salesforcecc.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scan does with single lines, and with files that it cannot read. */
class MigrationCasesTest {

    private static final String MY_DOMAIN = "https://<my domain>.my.salesforce.com";

    @TempDir
    private Path folder;

    @Test
    void runWhenNoPasswordIsInTheProjectThenEndpointsAreListedAllTheSame() throws Exception {
        write(
                "R.java",
                "class R extends RouteBuilder { void configure() { from(\"timer:t\").to(\"salesforce:limits\"); } }\n");

        assertThat(findings()).extracting(MigrationFinding::certainty).containsExactly(Certainty.CERTAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call.py", "route.js", "Order.cls", "data.csv"})
    void runWhenAFileOfAnotherKindMentionsSalesforceThenItIsNamed(String name) throws Exception {
        write(name, "salesforce\n");

        assertThat(scan().unread()).containsExactly(name + " (scan does not know this kind of file)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/index.adoc", "LICENSE", ".git/config", "target/a.properties"})
    void runWhenAFileIsDocumentationOrOutputThenItIsPassedOver(String name) throws Exception {
        write(name, "camel.component.salesforce.password=x1\n");

        assertThat(scan().unread()).isEmpty();
        assertThat(findings()).isEmpty();
    }

    @Test
    void runWhenAHelmTemplateIsNoYamlThenItIsNamedAndItsLinesAreRecognized() throws Exception {
        write(
                "templates/config.yaml",
                "data:\n{{- if .Values.salesforce }}\n  camel.component.salesforce.password: open-sesame\n{{- end }}\n");

        assertThat(scan().unread()).containsExactly("templates/config.yaml (not YAML)");
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.certainty()).isEqualTo(Certainty.LOOK);
            assertThat(finding.found()).doesNotContain("sesame");
        });
    }

    @Test
    void runWhenTheProjectUsesClientCredentialsThenOnlyAllListsTheComponent() throws Exception {
        write(
                "application.properties",
                "camel.component.salesforce.authentication-type=CLIENT_CREDENTIALS\n"
                        + "camel.component.salesforce.client-id=3MVG9key\n");

        assertThat(scan().findings()).isEmpty();
        assertThat(scan().passedOver()).isEqualTo(2);
        assertThat(new MigrationScan(folder, ProjectKind.TARGET, true).run().findings())
                .hasSize(2)
                .allMatch(finding -> finding.certainty() == Certainty.CERTAIN);
    }

    @Test
    void runWhenOneOfTwoModulesLogsInWithAPasswordThenBothAreListed() throws Exception {
        write("a/a.properties", "camel.component.salesforce.authentication-type=CLIENT_CREDENTIALS\n");
        write("b/.env", "SALESFORCE_PASSWORD=x1\n");

        assertThat(findings()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login-config.user-name",
                "login-config.password",
                "login-config.type",
                "loginConfig.refreshToken",
                "keystore.resource",
                "keystore.password",
                "jwt-audience",
                "authentication-type"
            })
    void runWhenAKeyBelongsToAnotherLoginThenItGoes(String key) throws Exception {
        write("a.properties", "camel.component.salesforce." + key + "={{value}}\n");

        assertThat(new MigrationScan(folder, ProjectKind.TARGET, false).run().findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
                    assertThat(finding.instead())
                            .isIn(
                                    null,
                                    "camel.component.salesforce-cc.login-config.login-url="
                                            + ProjectKind.TARGET.loginUrl());
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config.raw-payload",
                "http-client-properties[a]",
                "long-polling-transport-properties.x",
                "enabled"
            })
    void runWhenAKeyStaysThenItsPrefixChanges(String key) throws Exception {
        write("a.properties", "camel.component.salesforce." + key + "=true\n");

        assertThat(findings())
                .singleElement()
                .extracting(MigrationFinding::instead)
                .isEqualTo("camel.component.salesforce-cc." + key + "=true");
    }

    @Test
    void runWhenAnOptionIsRefusedThenThereIsALook() throws Exception {
        write("a.properties", "camel.component.salesforce.http-client=#mine\n");

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.certainty()).isEqualTo(Certainty.LOOK);
            assertThat(finding.why()).contains("httpClientProperties");
        });
    }

    @Test
    void runWhenAConstructorIsWrittenOverSeveralLinesThenNoneOfThemIsRemoved() throws Exception {
        write(
                "S.java",
                "class S {\n    Object o = new SalesforceLoginConfig(\n        \"https://acme.my.salesforce.com\",\n"
                        + "        \"3MVG9key\", secret(),\n        user(), password(), false);\n}\n");

        assertThat(scan().changes()).isEmpty();
        assertThat(findings())
                .singleElement()
                .extracting(MigrationFinding::line)
                .isEqualTo(2);
    }

    @Test
    void runWhenADslBuildsAnEndpointThenItsRouteStays() throws Exception {
        write(
                "D.java",
                "class D extends EndpointRouteBuilder { void configure() {\n"
                        + "from(timer(\"t\")).to(salesforce(\"query\").sObjectQuery(\"SELECT Id FROM Account\"));\n}}\n");

        assertThat(findings())
                .singleElement()
                .extracting(MigrationFinding::instead)
                .isEqualTo("from(timer(\"t\")).to(salesforce(\"salesforce-cc\", \"query\")"
                        + ".sObjectQuery(\"SELECT Id FROM Account\"));");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A { DataSource salesforce() { return null; } }",
                "class A { @Bean(\"salesforce\") DataSource data() { return null; } }",
                "class A { void setPassword(String password) {} }",
                "class A { String s = \"salesforce: it works\"; }",
                "class A { void a(SalesforceLoginConfig c) { other.setPassword(\"x\"); } }",
                "import com.acme.SalesforceComponent; class A { SalesforceComponent c; }",
                "class A { /* salesforce:query */ } // camel.component.salesforce.password=x"
            })
    void runWhenALineOnlyLooksLikeOneThenNothing(String text) throws Exception {
        write("A.java", text + "\n// salesforce\n");

        assertThat(findings()).isEmpty();
    }

    @Test
    void runWhenAStatementIsNotInABlockThenItStays() throws Exception {
        write(
                "A.java",
                "class A { void a(SalesforceComponent c) {\n  if (x)\n    c.setPassword(\"open-sesame\");\n"
                        + "  Runnable r = () -> c.setPassword(\"open-sesame\");\n} }\n");

        assertThat(findings())
                .filteredOn(finding -> finding.line() > 1)
                .hasSize(2)
                .allMatch(finding -> finding.certainty() == Certainty.LOOK && finding.instead() == null);
    }

    @Test
    void runWhenTwoStatementsShareALineThenTheOtherStays() throws Exception {
        write(
                "A.java",
                "class A { void a(SalesforceLoginConfig c) {\n  c.setPassword(p); c.setLazyLogin(true);\n} }\n");

        assertThat(findings())
                .singleElement()
                .extracting(MigrationFinding::instead)
                .isEqualTo("c.setLazyLogin(true);");
    }

    @Test
    void runWhenALineHasTwoEndpointsThenItIsOneFindingWithBoth() throws Exception {
        write(
                "a.camel.xml",
                "<routes><route><from uri=\"salesforce:T\"/><to uri=\"salesforce:limits\"/></route></routes>\n");

        assertThat(findings())
                .singleElement()
                .extracting(MigrationFinding::instead)
                .isEqualTo("<routes><route><from uri=\"salesforce-cc:subscribe:T\"/><to uri=\"salesforce-cc:limits\"/>"
                        + "</route></routes>");
    }

    @Test
    void runWhenALoginUrlIsKnownThenItIsWrittenForUserAndGenericUrl() throws Exception {
        write("a.properties", "camel.component.salesforce.user-name=jane\n");
        write("b.yaml", "camel:\n  component:\n    salesforce:\n      login-url: https://test.salesforce.com\n");

        assertThat(new MigrationScan(folder, ProjectKind.TARGET, false).run().changes())
                .extracting(FileChange::after)
                .containsExactly(
                        "camel.component.salesforce-cc.login-url=https://acme.my.salesforce.com\n",
                        "camel:\n  component:\n    salesforce-cc:\n      login-url: https://acme.my.salesforce.com\n");
    }

    @Test
    void runWhenALoginUrlReplacesAUserInAConfigMapThenItStandsInTheFileInside() throws Exception {
        String map = "kind: ConfigMap\ndata:\n  application.yaml: |\n    camel:\n      component:\n";
        write("map.yaml", map + "        salesforce:\n          user-name: jane\n          packages: com.acme\n");

        assertThat(new MigrationScan(folder, ProjectKind.TARGET, false).run().changes())
                .extracting(FileChange::after)
                .containsExactly(map + "        salesforce-cc:\n          login-url: https://acme.my.salesforce.com\n"
                        + "          packages: com.acme\n");
    }

    @Test
    void runWhenAKubernetesSecretHoldsTheConsumerSecretThenItStaysThere() throws Exception {
        write("secret.yaml", "kind: Secret\nstringData:\n  camel.component.salesforce.client-secret: open-sesame\n");

        assertThat(findings())
                .singleElement()
                .extracting(MigrationFinding::instead)
                .isEqualTo("camel.component.salesforce-cc.client-secret: ***");
    }

    @ParameterizedTest
    @CsvSource({
        "salesforce-source, salesforce-cc-source",
        "salesforce-pubsub-source, salesforce-cc-pubsub-source",
        "salesforce-create-sink, salesforce-cc-create-sink",
        "salesforce-delete-sink, salesforce-cc-delete-sink"
    })
    void runWhenAKameletHasACounterpartThenItIsNamed(String kamelet, String counterpart) throws Exception {
        write("a.properties", "sink=kamelet:" + kamelet + "?userName=jane&clientId=3MVG9key&password=open-sesame\n");

        assertThat(findings())
                .singleElement()
                .extracting(MigrationFinding::instead)
                .isEqualTo("sink=kamelet:" + counterpart + "?loginUrl=" + MY_DOMAIN + "&clientId=3MVG9key");
    }

    @Test
    void writeWhenAnOptionOfAKameletIsGoneThenItIsListedAgain() throws Exception {
        write(
                "routes.yaml",
                "- route:\n    from:\n      uri: kamelet:salesforce-source\n      parameters:\n"
                        + "        topicName: Accounts\n        operation: subscribe\n");

        ReportFiles.write(scan(), folder);

        assertThat(findings())
                .singleElement()
                .extracting(MigrationFinding::why)
                .isEqualTo("salesforce-cc-source has no option operation; check what it is for, and remove it");
    }

    @Test
    void runWhenAFileHasAByteOrderMarkThenItIsReadAndKept() throws Exception {
        write("a.xml", "\uFEFF<?xml version=\"1.0\"?>\n<route><to uri=\"salesforce:limits\"/></route>\n");

        ReportFiles.write(scan(), folder);

        assertThat(folder.resolve("a.xml"))
                .content()
                .isEqualTo("\uFEFF<?xml version=\"1.0\"?>\n<route><to uri=\"salesforce-cc:limits\"/></route>\n");
    }

    @Test
    void writeWhenAFileIsNotUtf8ThenItsCharactersStay() throws Exception {
        Path file = folder.resolve("a.properties");
        Files.write(file, "# \u00e4\ncamel.component.salesforce.a=1\n".getBytes(StandardCharsets.ISO_8859_1));

        ReportFiles.write(scan(), folder);

        assertThat(Files.readAllBytes(file))
                .isEqualTo("# \u00e4\ncamel.component.salesforce-cc.a=1\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void runWhenLoggersAreNamedThenNothing() throws Exception {
        write("a.properties", "logging.level.org.apache.camel.component.salesforce.SalesforceComponent=ERROR\n");
        write(
                "log4j2.xml",
                "<Logger name=\"org.apache.camel.component.salesforce.SalesforceComponent\" level=\"off\"/>\n");
        write("a.yaml", "logging:\n  level:\n    org.apache.camel.component.salesforce.SalesforceComponent: ERROR\n");

        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"${acme.pw}, acme.pw", "{{acme.pw}}, acme.pw", "${ACME_PW:none}, ACME_PW", "{{env:ACME_PW}}, ACME_PW"})
    void runWhenThePasswordIsBehindAPlaceholderThenItsDefinitionIsLookedAt(String value, String name) throws Exception {
        write("a/application.properties", "camel.component.salesforce.password=" + value + "\nacme.url=x\n");
        write("b/all.env", name + "=open-sesame\nOTHER_PW=of-the-database\n");

        assertThat(findings())
                .filteredOn(finding -> finding.certainty() == Certainty.LOOK)
                .filteredOn(finding -> finding.file().equals("b/all.env"))
                .extracting(MigrationFinding::found)
                .containsExactlyElementsOf(name.contains(".") ? List.of() : List.of(name + "=***"));
    }

    @Test
    void runWhenThePasswordIsBehindAPlaceholderInTheSameFileThenItsLineIsLookedAt() throws Exception {
        write(
                "application.yaml",
                "acme:\n  pw: open-sesame\n  db: of-the-database\ncamel.component.salesforce.password: ${acme.pw}\n");

        assertThat(findings())
                .extracting(MigrationFinding::line, MigrationFinding::found)
                .containsExactly(tuple(2, "pw: ***"), tuple(4, "camel.component.salesforce.password: ${acme.pw}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R.java|class R extends RouteBuilder { void configure() {%nfrom(\"platform-http:/a\").to(\"salesforce-cc:getSObject\"); } }",
                "r.xml|<route>%n<from uri=\"servlet:a\"/><to uri=\"salesforce-cc:getSObject\"/></route>",
                "r.yaml|- from:%n    uri: platform-http:/a%n    steps:%n      - to: salesforce-cc:getSObject"
            })
    void runWhenAnHttpRequestGoesToSalesforceThenItsHeadersAreLookedAt(String name, String text) throws Exception {
        write(name, text.formatted() + "\n");

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.why()).contains("HTTP request");
        });
    }

    @Test
    void runWhenARouteFromHttpSetsItsHeadersThenNothing() throws Exception {
        write(
                "r.yaml",
                "- from:\n    uri: platform-http:/a\n    steps:\n      - setHeader:\n"
                        + "          name: CamelSalesforceSObjectId\n          simple: ${body}\n"
                        + "      - to: salesforce-cc:getSObject\n");

        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.kt", "a.groovy", "a.java", "a.xml", "a.properties", "a.yaml", "a.sh", "a.json", "a.gradle"})
    @Timeout(60)
    void runWhenTextsAreVeryLongThenTheyAreRead(String name) throws Exception {
        String text = "x y".repeat(20_000);
        String uri = "salesforce:query?sObjectQuery=" + text;
        String many = "salesforce_" + "a_".repeat(40) + "b";
        String content =
                switch (name.substring(2)) {
                    case "xml" -> "<a><to uri=\"" + uri + "\"/><b " + " ".repeat(50_000) + "c='" + many + "'/></a>";
                    case "properties" -> "a=" + uri + "\n" + many + "\n" + "z".repeat(50_000) + "\n";
                    case "yaml" -> "- to: \"" + uri + "\"\n- " + many + "\n";
                    case "json" -> "[\"" + uri + "\", \"" + many + "\"]";
                    case "java" -> "class A { String a = \"" + uri + "\", b = \"" + many + "\"; }";
                    default -> "a = \"" + uri + "\"\nb = '" + many + "'\n";
                };
        write(name, content);

        MigrationReport report = scan();

        assertThat(report.unread()).isEmpty();
        assertThat(report.findings())
                .singleElement()
                .extracting(MigrationFinding::line)
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<artifactId>camel-salesforce</artifactId>",
                "<artifactId>camel-salesforce-starter</artifactId>",
                "<parent><groupId>com.acme</groupId><artifactId>camel-salesforce</artifactId></parent>",
                "<dependencies><dependency><groupId>com.acme</groupId><artifactId>camel-salesforce</artifactId></dependency></dependencies>",
                "<modules><module>camel-salesforce</module></modules>",
                "<scm><connection>scm:git:https://git.acme.com/camel-salesforce.git</connection></scm>",
                "<build><finalName>camel-salesforce</finalName></build>",
                "<name>camel-salesforce</name><url>https://git.acme.com/camel-salesforce</url>"
            })
    void runWhenAProjectsOwnArtifactHasCamelsNameThenNothing(String element) throws Exception {
        write(
                "pom.xml",
                "<project><modelVersion>4.0.0</modelVersion><groupId>com.acme</groupId>\n" + element
                        + "\n</project>\n");

        assertThat(scan().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example", "sample", "dist", "template"})
    void runWhenAFileIsAnExampleOfAnotherThenItIsReadAsThatKind(String suffix) throws Exception {
        write("app.properties." + suffix, "camel.component.salesforce.client-id=${KEY}\n");
        write("app.yml." + suffix, "camel.component.salesforce:\n  client-id: ${KEY}\n");

        assertThat(scan().findings())
                .hasSize(2)
                .extracting(MigrationFinding::certainty)
                .containsOnly(Certainty.CERTAIN);
    }

    @Test
    void runWhenTheComponentIsPutIntoARegistryThenItsNameIsLookedAt() throws Exception {
        write(
                "A.java",
                "class A { void a(SimpleRegistry registry, SalesforceComponent c) {\n"
                        + "registry.put(\"salesforce\", c);\nmap.put(\"salesforce\", 1);\n} }\n");
        write(
                "b.groovy",
                "def sf = new SalesforceComponent()\nregistry.put('salesforce', sf)\nmap.put('salesforce', 1)\n");

        assertThat(scan().findings())
                .filteredOn(finding -> finding.line() > 1)
                .extracting(MigrationFinding::line, MigrationFinding::certainty)
                .containsExactly(tuple(2, Certainty.LOOK), tuple(2, Certainty.LOOK));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.properties|camel.component.salesforce.client-secret=${S}%ncamel.component.salesforce.user-name=${U}%n",
                "a.yaml|camel:%n  component:%n    salesforce:%n      client-secret: ${S}%n      user-name: ${U}%n",
                "A.java|class A { void a(SalesforceComponent c) {%nc.setUserName(u);%n} }%n",
                "b.xml|<beans><bean id=\"salesforce\" class=\"org.apache.camel.component.salesforce.SalesforceComponent\">%n<property name=\"userName\" value=\"${u}\"/>%n</bean></beans>%n"
            })
    void writeWhenNoLoginUrlIsGivenThenThePlaceForItIsLeftAndListedAgain(String name, String text) throws Exception {
        write(name, text.replace("%n", "\n"));

        ReportFiles.write(new MigrationScan(folder, new MigrationTarget(null, "1.0"), false).run(), folder);

        MigrationReport after = new MigrationScan(folder, new MigrationTarget(null, "1.0"), false).run();
        assertThat(after.findings())
                .filteredOn(finding -> String.valueOf(finding.instead()).contains("https://<my domain>"))
                .singleElement()
                .extracting(MigrationFinding::certainty)
                .isEqualTo(Certainty.LOOK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camel.component.salesforce.authentication-type=CLIENT_CREDENTIALS|belongs to",
                "camel.component.salesforce.login-url=https://acme.my.salesforce.com|belongs to",
                "camel.component.salesforce.login-url=${SF_URL}|My Domain",
                "camel.component.salesforce.login-url=https://login.salesforce.com|My Domain",
                "camel.component.salesforce.authentication-type=JWT|another login flow"
            })
    void runWhenALineOnlyMovesThenTheReasonSaysNoMore(String line, String why) throws Exception {
        write("a.properties", line + "\n");

        assertThat(new MigrationScan(folder, ProjectKind.TARGET, true).run().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.why()).contains(why));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "settings.gradle|rootProject.name = 'camel-salesforce'",
                "settings.gradle.kts|include(\":camel-salesforce\")",
                "build.gradle|archivesBaseName = 'camel-salesforce'",
                "build.gradle|dependencies { implementation project(':camel-salesforce') }",
                "a.properties|spring.application.name=camel-salesforce",
                "a.yaml|metadata: {name: camel-salesforce, labels: {app: camel-salesforce}}",
                "compose.yaml|services: {a: {image: 'acme/camel-salesforce:1.0', container_name: camel-salesforce}}",
                "Dockerfile|COPY camel-salesforce /app",
                "run.sh|cd camel-salesforce && mvn -pl camel-salesforce verify",
                "a.properties|url=https://login.salesforce.com/services/Soap/u/32.0",
                "a.yaml|soap: {url: 'https://test.salesforce.com/services/Soap/u/32.0'}",
                "a.xml|<p name=\"soap.url\" value=\"https://login.salesforce.com/services/Soap/u/32.0\"/>"
            })
    void runWhenAProjectNamesItselfOrAnotherApiThenNothing(String name, String line) throws Exception {
        write(name, line + "\n");

        assertThat(scan().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.yaml|spec: {dependencies: [camel-salesforce, 'mvn:org.apache.camel:camel-salesforce:4.8.0']}",
                "a.yaml|spec:%n  dependencies:%n    - camel-salesforce",
                "run.sh|kamel run --dependency=camel-salesforce R.java",
                "run.sh|curl -O https://repo1.maven.org/maven2/org/apache/camel/camel-salesforce/4.8.0/camel-salesforce-4.8.0.jar",
                "build.gradle|api group: 'org.apache.camel', name: 'camel-salesforce', version: '4.8.0'",
                "libs.versions.toml|sf = { group = \"org.apache.camel\", name = \"camel-salesforce\" }",
                "features.xml|<features><feature>camel-salesforce</feature></features>"
            })
    void runWhenCamelsArtifactIsNamedThenItIsListed(String name, String text) throws Exception {
        write(name, text.replace("%n", "\n") + "\n");

        assertThat(scan().findings()).isNotEmpty();
    }

    @Test
    void runWhenAProgramConfiguresAKafkaConnectorThenItsKeysAreOnlyLookedAt() throws Exception {
        write(
                "Connectors.java",
                "class Connectors { void a() {\n"
                        + "set(\"connector.class\", \"org.apache.camel.kafkaconnector.salesforce.CamelSalesforceSinkConnector\");\n"
                        + "set(\"camel.component.salesforce.clientId\", key);\n} }\n");

        assertThat(scan().findings())
                .extracting(MigrationFinding::line, MigrationFinding::certainty)
                .containsExactly(tuple(2, Certainty.LOOK), tuple(3, Certainty.LOOK));
    }

    @Test
    void writeWhenXmlHasNoLoginUrlThenItTakesThePlaceOfTheUser() throws Exception {
        String bean = "<beans><bean class=\"org.apache.camel.component.salesforce.SalesforceLoginConfig\">\n"
                + "  <property name=\"userName\" value=\"${u}\"/>\n</bean></beans>\n";
        write("b.xml", bean);

        ReportFiles.write(new MigrationScan(folder, ProjectKind.TARGET, false).run(), folder);

        assertThat(folder.resolve("b.xml"))
                .content()
                .isEqualTo(bean.replace("userName", "loginUrl").replace("${u}", ProjectKind.TARGET.loginUrl()));
    }

    @Test
    void runWhenABlueprintsNamespaceIsHttpsThenItsSecretIsForAPerson() throws Exception {
        write(
                "b.xml",
                "<blueprint xmlns=\"https://www.osgi.org/xmlns/blueprint/v1.0.0\">"
                        + "<bean class=\"org.apache.camel.component.salesforce.SalesforceLoginConfig\">\n"
                        + "<property name=\"clientSecret\" value=\"open-sesame\"/>\n</bean></blueprint>\n");

        assertThat(scan().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.instead()).contains("${env:SALESFORCE_CLIENT_SECRET}"))
                .extracting(MigrationFinding::certainty)
                .isEqualTo(Certainty.LOOK);
    }

    private MigrationReport scan() throws IOException {
        return new MigrationScan(folder).run();
    }

    private List<MigrationFinding> findings() throws IOException {
        return scan().findings();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
