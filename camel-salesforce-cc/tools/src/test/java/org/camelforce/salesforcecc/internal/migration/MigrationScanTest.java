package org.camelforce.salesforcecc.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationScanTest {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");

    @TempDir
    private Path folder;

    @Test
    void runWhenPropertiesThenEachOptionOfTheComponentAndItsBeans() throws Exception {
        assertThat(changes("properties"))
                .containsExactly(
                        "application.properties:2 camel.component.salesforce.user-name=***"
                                + " => camel.component.salesforce-cc.login-url=https://<my domain>.my.salesforce.com",
                        "application.properties:3 camel.component.salesforce.password=*** => null",
                        "application.properties:4 camel.component.salesforce.client-id=3MVG9key"
                                + " => camel.component.salesforce-cc.client-id=3MVG9key",
                        "application.properties:5 camel.component.salesforce.client-secret=***"
                                + " => camel.component.salesforce-cc.client-secret={{env:SALESFORCE_CLIENT_SECRET}}",
                        "application.properties:6 camel.component.salesforce.packages = com.acme.\\"
                                + " => camel.component.salesforce-cc.packages = com.acme.\\",
                        "application.properties:8 %dev.camel.component.salesforce.refreshToken: {{env:REFRESH}} => null",
                        "application.properties:9 camel.beans.asia ="
                                + " #class:org.apache.camel.component.salesforce.SalesforceComponent => camel.beans.asia ="
                                + " #class:org.camelforce.salesforcecc.SalesforceCcComponent",
                        "application.properties:10 camel.beans.asia.loginUrl = https://test.salesforce.com"
                                + " => camel.beans.asia.loginUrl = https://<my domain>.my.salesforce.com",
                        "application.properties:11 camel.beans.asia.userName = ${user} => null");
    }

    @Test
    void runWhenKameletIsConfiguredByPropertiesThenThoseAndTheComponents() throws Exception {
        assertThat(changes("kamelet-properties"))
                .containsExactly(
                        "application.properties:1 camel.kamelet.salesforce-source.userName=***"
                                + " => camel.kamelet.salesforce-cc-source.loginUrl=https://<my domain>.my.salesforce.com",
                        "application.properties:2 camel.kamelet.salesforce-create-sink.mine.password=*** => null",
                        "application.properties:3 camel.component.salesforce.login-url=https://acme.my.salesforce.com"
                                + " => camel.component.salesforce-cc.login-url=https://acme.my.salesforce.com");
    }

    @Test
    void runWhenYamlThenConfigurationRoutesBeansAndConfigMaps() throws Exception {
        assertThat(changes("yaml"))
                .containsExactly(
                        "application.yaml:6 salesforce: => salesforce-cc:",
                        "application.yaml:7 user-name: \"***\" => login-url: https://<my domain>.my.salesforce.com",
                        "application.yaml:8 password: *** => null",
                        "application.yaml:9 client-secret: *** => client-secret: \"{{env:SALESFORCE_CLIENT_SECRET}}\"",
                        "application.yaml:12 camel.component.salesforce.refresh-token: *** => null",
                        "configmap.yml:5 camel.component.salesforce.password=*** => null",
                        "routes.camel.yaml:3 type: \"#class:org.apache.camel.component.salesforce.SalesforceComponent\""
                                + " => type: \"#class:org.camelforce.salesforcecc.SalesforceCcComponent\"",
                        "routes.camel.yaml:5 loginUrl: https://login.salesforce.com"
                                + " => loginUrl: https://<my domain>.my.salesforce.com",
                        "routes.camel.yaml:6 userName: \"{{user}}\" => null",
                        "routes.camel.yaml:7 password: '***' => null",
                        "routes.camel.yaml:10 uri: \"salesforce:subscribe:/event/Order__e?rawPayload=true\""
                                + " => uri: \"salesforce-cc:subscribe:/event/Order__e?rawPayload=true\"",
                        "routes.camel.yaml:12 - to: salesforce:query => - to: salesforce-cc:query",
                        "routes.camel.yaml:14 uri: kamelet:salesforce-create-sink"
                                + " => uri: kamelet:salesforce-cc-create-sink",
                        "routes.camel.yaml:17 userName: *** => loginUrl: https://<my domain>.my.salesforce.com",
                        "routes.camel.yaml:18 password: *** => null");
    }

    @Test
    void runWhenKameletIsBoundByAPipeThenItsCounterpartReplacesIt() throws Exception {
        assertThat(changes("pipes"))
                .containsExactly(
                        "pipe.yaml:10 name: salesforce-source => name: salesforce-cc-source",
                        "pipe.yaml:14 userName: *** => loginUrl: https://<my domain>.my.salesforce.com",
                        "pipe.yaml:15 password: *** => null",
                        "pipe.yaml:17 clientSecret: *** => clientSecret: \"{{env:SALESFORCE_CLIENT_SECRET}}\"");
    }

    @Test
    void runWhenXmlThenBeansOfSpringAndBlueprintAndRoutes() throws Exception {
        assertThat(changes("xml"))
                .containsExactly(
                        "blueprint.xml:2 <bean id=\"salesforce\""
                                + " class=\"org.apache.camel.component.salesforce.SalesforceComponent\"> => <bean"
                                + " id=\"salesforce-cc\" class=\"org.camelforce.salesforcecc.SalesforceCcComponent\">",
                        "blueprint.xml:3 <property name=\"password\" value=\"${salesforce.password}\"/> => null",
                        "blueprint.xml:6 <route><from uri=\"kamelet:salesforce-source?topicName=T&amp;password=***\"/><to"
                                + " uri=\"mock:x\"/></route> => <route><from"
                                + " uri=\"kamelet:salesforce-cc-source?topicName=T\"/><to uri=\"mock:x\"/></route>",
                        "spring.xml:4 <bean id=\"salesforce\""
                                + " class=\"org.apache.camel.component.salesforce.SalesforceComponent\"> => <bean"
                                + " id=\"salesforce-cc\" class=\"org.camelforce.salesforcecc.SalesforceCcComponent\">",
                        "spring.xml:5 <property name=\"loginUrl\" value=\"https://login.salesforce.com\"/>"
                                + " => <property name=\"loginUrl\" value=\"https://<my domain>.my.salesforce.com\"/>",
                        "spring.xml:6 <property name=\"userName\" value=\"***\"/> => null",
                        "spring.xml:7 <property\n        name=\"password\"\n        value=\"***\"/> => null",
                        "spring.xml:12 <property name=\"refreshToken\"><value>***</value></property> => null",
                        "spring.xml:17 <constructor-arg index=\"3\" value=\"***\"/> => null",
                        "spring.xml:26 uri=\"salesforce:query?rawPayload=true&amp;format=JSON\"/>"
                                + " => uri=\"salesforce-cc:query?rawPayload=true&amp;format=JSON\"/>");
    }

    @Test
    void runWhenJavaThenCallsAndLiteralsButNotComments() throws Exception {
        String routes = "src/main/java/com/acme/Routes.java:";
        String setup = "src/main/java/com/acme/build/Setup.java:";
        assertThat(changes("java"))
                .containsExactly(
                        routes + "3 import org.apache.camel.component.salesforce.SalesforceComponent;"
                                + " => import org.camelforce.salesforcecc.SalesforceCcComponent;",
                        routes + "8 SalesforceComponent salesforce = new SalesforceComponent();"
                                + " => SalesforceCcComponent salesforce = new SalesforceCcComponent();",
                        routes + "9 salesforce.setUserName(\"***\");"
                                + " => salesforce.setLoginUrl(\"https://<my domain>.my.salesforce.com\");",
                        routes + "10 salesforce.setPassword(\"***\"); => null",
                        routes + "11 salesforce.setClientSecret(\"***\");"
                                + " => salesforce.setClientSecret(System.getenv(\"SALESFORCE_CLIENT_SECRET\"));",
                        routes + "13 from(\"salesforce:subscribe:/data/ChangeEvents\")"
                                + " => from(\"salesforce-cc:subscribe:/data/ChangeEvents\")",
                        routes + "14 .to(\"kamelet:salesforce-update-sink?sObjectName=Lead&password=***\")"
                                + " => null",
                        setup + "5 main.addInitialProperty(\"camel.component.salesforce.password\", \"***\"); => null",
                        setup + "6 ComponentsBuilderFactory.salesforce() => null",
                        setup + "8 .userName(\"***\") => null",
                        setup + "9 .password(\"***\") => null",
                        setup
                                + "11 new SalesforceLoginConfig(\"https://login.salesforce.com\", \"key\", \"***\","
                                + " \"***\", \"***\", false); => null");
    }

    @Test
    void runWhenRoutesNameHeadersAsOlderCamelsDidThenTheirNewNames() throws Exception {
        assertThat(changes("headers"))
                .containsExactly(
                        "Routes.java:5 from(\"direct:a\").setHeader(\"sObjectId\", body())"
                                + ".to(\"salesforce-cc:deleteSObject?sObjectName=Account\"); => from(\"direct:a\")"
                                + ".setHeader(\"CamelSalesforceSObjectId\", body())"
                                + ".to(\"salesforce-cc:deleteSObject?sObjectName=Account\");",
                        "Routes.java:8 .setHeader(\"limit\", constant(10))"
                                + " => .setHeader(\"CamelSalesforceLimit\", constant(10))",
                        "Routes.java:9 .removeHeader(\"allOrNone\") => .removeHeader(\"CamelSalesforceAllOrNone\")",
                        "Routes.java:11 .log(\"${header.sObjectIdValue} and ${headers.other}\");"
                                + " => .log(\"${header.CamelSalesforceSObjectIdValue} and ${headers.other}\");",
                        "Routes.java:12 template.requestBodyAndHeaders(\"salesforce-cc:query\", \"x\","
                                + " java.util.Map.of(\"sObjectQuery\", \"q\"));"
                                + " => template.requestBodyAndHeaders(\"salesforce-cc:query\", \"x\","
                                + " java.util.Map.of(\"CamelSalesforceSObjectQuery\", \"q\"));",
                        "routes.xml:3 <setHeader name=\"sObjectIdName\"><constant>Legacy_Id__c</constant></setHeader>"
                                + " => <setHeader name=\"CamelSalesforceSObjectIdName\">"
                                + "<constant>Legacy_Id__c</constant></setHeader>",
                        "routes.xml:5 name=\"limit\"><constant>1</constant></setHeader>"
                                + " => name=\"CamelSalesforceLimit\"><constant>1</constant></setHeader>",
                        "routes.yaml:6 name: apexQueryParam.id => name: CamelSalesforceApexQueryParam.id",
                        "routes.yaml:7 simple: \"${header.sObjectId}\""
                                + " => simple: \"${header.CamelSalesforceSObjectId}\"",
                        "routes.yaml:10 name: \"rawPath\" => name: \"CamelSalesforceRawPath\"",
                        "routes.yaml:20 name: jobId => name: CamelSalesforceJobId");
    }

    @Test
    void runWhenNothingLogsInWithAPasswordThenNothingIsFound() throws Exception {
        assertThat(changes("sound")).isEmpty();
    }

    @Test
    void runWhenFilesCannotBeParsedThenTheyAreNamed() throws Exception {
        MigrationReport report = new MigrationScan(SAMPLES.resolve("broken")).run();

        assertThat(report.unread()).containsExactly("route.xml (not XML)", "values.yaml (not YAML)");
        assertThat(report.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"properties", "kamelet-properties", "yaml", "pipes", "xml", "java"})
    void runWhenValuesAreSecretThenTheReportHidesThem(String sample) throws Exception {
        MigrationReport report = new MigrationScan(SAMPLES.resolve(sample)).run();

        assertThat(String.join("\n", ReportText.lines(report)) + ReportJson.of(report))
                .doesNotContain("sesame", "jane", "0123456789", "abcdef", "of-the-database", "in-a-comment");
    }

    @Test
    void runWhenASecretSharesItsLineThenItIsHiddenThereToo() throws Exception {
        write(
                "routes.yaml",
                "beans:\n- {type: org.apache.camel.component.salesforce.SalesforceComponent, properties:"
                        + " {loginUrl: https://login.salesforce.com, password: open-sesame}}\n");

        assertThat(String.join("\n", ReportText.lines(new MigrationScan(folder).run())))
                .contains("password: ***")
                .doesNotContain("open-sesame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"target", "build", "module/target", ".git", "node_modules"})
    void runWhenFolderIsBuildOutputThenSkipped(String name) throws Exception {
        write(name + "/application.properties", "camel.component.salesforce.password=x\n");

        assertThat(new MigrationScan(folder).run().findings()).isEmpty();
    }

    @Test
    void runWhenPackageHasTheNameOfABuildFolderThenRead() throws Exception {
        write("src/main/java/acme/build/R.java", "class R { String s = \"camel.component.salesforce.password\"; }\n");

        assertThat(new MigrationScan(folder).run().findings()).hasSize(1);
    }

    @Test
    void runWhenLinesEndAsOnWindowsThenLineNumbersAreRight() throws Exception {
        write(
                "beans.xml",
                "<beans>\r\n<bean class=\"org.apache.camel.component.salesforce.SalesforceComponent\">\r\n"
                        + "<property name=\"password\" value=\"x1\"/>\r\n</bean></beans>\r\n");
        write(
                "application.yaml",
                "camel:\r\n  component:\r\n    salesforce:\r\n      password: x1\r\n" + "      api-version: 62.0\r\n");

        assertThat(new MigrationScan(folder).run().findings())
                .extracting(finding -> finding.file() + ":" + finding.line())
                .containsExactly("application.yaml:3", "application.yaml:4", "beans.xml:2", "beans.xml:3");
    }

    @Test
    void runWhenFileIsNotUtf8ThenReadAllTheSame() throws Exception {
        Files.write(
                folder.resolve("a.properties"),
                "# \u00e4\ncamel.component.salesforce.password=x\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(new MigrationScan(folder).run().findings()).hasSize(1);
    }

    @Test
    void runWhenXmlHasADocumentTypeThenReadWithoutFetchingIt() throws Exception {
        try (ServerSocket web = new ServerSocket(0)) {
            web.setSoTimeout(1);
            write(
                    "beans.xml",
                    "<!DOCTYPE beans SYSTEM \"http://localhost:" + web.getLocalPort() + "/beans.dtd\">\n<beans>\n"
                            + "<bean class=\"org.apache.camel.component.salesforce.SalesforceComponent\">\n"
                            + "<property name=\"password\" value=\"x1\"/></bean></beans>\n");

            MigrationReport report = new MigrationScan(folder).run();

            assertThat(report.findings()).extracting(MigrationFinding::line).containsExactly(3, 4);
            assertThatThrownBy(web::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void runWhenFolderIsMissingThenSaysSo() {
        assertThatThrownBy(() -> new MigrationScan(folder.resolve("none")).run())
                .isInstanceOf(NoSuchFileException.class);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> changes(String sample) throws IOException {
        return new MigrationScan(SAMPLES.resolve(sample))
                .run().findings().stream()
                        .map(finding -> finding.file() + ":" + finding.line() + " " + finding.found() + " => "
                                + finding.instead())
                        .toList();
    }
}
