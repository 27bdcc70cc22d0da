package org.camelforce.salesforcecc.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts whose parts depend on each other. */
class MigrationTrapsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java|class A { void a() {%nto(\"salesforce:query?userName=u\" + \"&password=\" + p + \"&rawPayload=true\"); } }",
                "A.java|class A { void a() {%nto(\"salesforce:query?userName=u&password=x12\"%n + \"&rawPayload=true\"); } }",
                "A.java|class A { void a() {%nto(\"salesforce:query?userName=\" + u + \"&password=\" + p); } }",
                "A.java|class A { void a() {%nto(\"salesforce:query?userName=u\" /* and */ + more); } }",
                "A.java|class A { void a() {%nto(\"salesforce:query?userName=u\".concat(\"&rawPayload=true\")); } }",
                "A.java|class A { void a() {%ntoF(\"salesforce:query?userName=%%s&password=%%s&sObjectName=%%s\", u, p, n); } }",
                "A.java|class A { void a() {%nto(String.format(\"salesforce:query?password=%%1$s&sObjectName=%%2$s\", p, n)); } }",
                "b.kt|// x%nto(\"salesforce:query?userName=u\" +%n  \"&rawPayload=true\")",
                "b.groovy|// x%nto('salesforce:query?userName=u' + more)"
            })
    void writeWhenAUriIsPutTogetherThenOnlyItsSchemeIsWritten(String name, String text) throws Exception {
        String file = text.formatted() + "\n";
        write(name, file);

        MigrationReport report = scan();
        ReportFiles.write(report, folder);

        assertThat(folder.resolve(name))
                .content()
                .isEqualTo(
                        file.replace("\"salesforce:", "\"salesforce-cc:").replace("'salesforce:", "'salesforce-cc:"));
        assertThat(report.findings())
                .filteredOn(finding -> finding.certainty() == Certainty.LOOK)
                .filteredOn(finding -> finding.line() == 2)
                .isNotEmpty();
    }

    @Test
    void writeWhenAUriGoesOnBehindOptionsThatStayThenTheOthersGo() throws Exception {
        write("A.java", "class A { void a() { to(\"salesforce:query?password=x12&sObjectQuery=\" + query); } }\n");

        ReportFiles.write(scan(), folder);

        assertThat(folder.resolve("A.java"))
                .content()
                .isEqualTo("class A { void a() { to(\"salesforce-cc:query?sObjectQuery=\" + query); } }\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from(\"salesforce:\" + topic + \"?notifyForFields=ALL\");",
                "interceptSendToEndpoint(\"salesforce:*\");",
                "mockEndpoints(\"salesforce:.*\");",
                "String base = \"salesforce:\";",
                "to(\"salesforce:query?rawPayload=true\" + \"&password=\" + p);"
            })
    void runWhenMoreThanOneMeaningIsPossibleThenThereIsALook(String statement) throws Exception {
        write("A.java", "class A { void a() {\n" + statement + "\n} }\n");

        assertThat(scan().findings())
                .singleElement()
                .extracting(MigrationFinding::certainty)
                .isEqualTo(Certainty.LOOK);
    }

    @Test
    void writeWhenAnArgumentAssignsThenItsStatementStays() throws Exception {
        String text = "class A { void a(SalesforceLoginConfig c) {\n  c.setPassword(last = next());\n} }\n";
        write("A.java", text);

        ReportFiles.write(scan(), folder);

        assertThat(folder.resolve("A.java")).content().isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "      password: &p x12\nother: *p\n",
                "      password: &p\n        x12\nother: *p\n",
                "      &k password: x12\n*k : x\n"
            })
    void writeWhenAnAliasTakesAValueThenItsAnchorStays(String end) throws Exception {
        String text = "camel:\n  component:\n    salesforce:\n      client-id: x\n";
        write("a.yaml", text + end);

        MigrationReport report = scan();
        ReportFiles.write(report, folder);

        assertThat(folder.resolve("a.yaml")).content().isEqualTo(text.replace("salesforce:", "salesforce-cc:") + end);
        assertThat(report.findings()).filteredOn(finding -> finding.line() == 5).hasSize(1);
    }

    @Test
    void writeWhenAnOptionIsAnAliasThenTheLineOfTheOptionGoesAndTheAnchorStays() throws Exception {
        String common = "common:\n  a: &a x12\n  b: &b y12\ncamel:\n  component:\n    ";
        write("a.yaml", common + "salesforce:\n      client-secret: *b\n      password: *a\n      packages: c\n");

        MigrationReport report = scan();
        ReportFiles.write(report, folder);

        assertThat(folder.resolve("a.yaml"))
                .content()
                .isEqualTo(common + "salesforce-cc:\n      client-secret: *b\n      packages: c\n");
        assertThat(report.findings())
                .filteredOn(finding -> finding.certainty() == Certainty.LOOK)
                .extracting(MigrationFinding::line)
                .containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"salesforce: *a\n", "salesforce:\n      <<: *a\n      client-id: x\n"})
    void runWhenOptionsAreMergedThenTheCredentialsAreLookedAt(String end) throws Exception {
        write("a.yaml", "common: &a\n  password: x12\n  packages: y\ncamel:\n  component:\n    " + end);

        assertThat(scan().findings())
                .filteredOn(finding -> finding.certainty() == Certainty.LOOK)
                .extracting(MigrationFinding::line)
                .containsExactly(2);
    }

    @Test
    void writeWhenABeanIsRenamedThenListsAndAliasesFollow() throws Exception {
        String bean =
                "<b><bean id=\"salesforce\" class=\"org.apache.camel.component.salesforce.SalesforceComponent\"/>\n";
        String others =
                "<bean id=\"x\" depends-on=\"a, salesforce\"/>\n<alias name=\"salesforce\" alias=\"sf\"/></b>\n";
        write("b.xml", bean + others);

        ReportFiles.write(scan(), folder);

        assertThat(folder.resolve("b.xml"))
                .content()
                .endsWith(
                        "<bean id=\"x\" depends-on=\"a, salesforce-cc\"/>\n<alias name=\"salesforce-cc\" alias=\"sf\"/></b>\n");
    }

    @Test
    void runWhenAnExpressionNamesTheBeanThenThereIsALook() throws Exception {
        write(
                "b.xml",
                "<b><bean id=\"salesforce\" class=\"org.apache.camel.component.salesforce.SalesforceComponent\"/>\n"
                        + "<bean id=\"x\"><property name=\"a\" value=\"#{salesforce.loginConfig}\"/></bean>\n"
                        + "<bean id=\"y\"><property name=\"a\" value=\"#{'salesforce'}\"/></bean></b>\n");

        assertThat(scan().findings())
                .filteredOn(finding -> finding.certainty() == Certainty.LOOK)
                .extracting(MigrationFinding::line)
                .containsExactly(2);
    }

    @Test
    void runWhenConstructorArgumentsAreAttributesThenTheCredentialsAreLookedAt() throws Exception {
        write(
                "b.xml",
                "<bean xmlns:c=\"http://www.springframework.org/schema/c\"\n"
                        + " class=\"org.apache.camel.component.salesforce.SalesforceLoginConfig\" c:clientId=\"x\"\n"
                        + " c:userName=\"jane\"\n c:password-ref=\"pw\"/>\n");

        assertThat(scan().findings()).extracting(MigrationFinding::line).containsExactly(3, 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c.loginConfig.password = \"x12\"",
                "c.loginConfig!!.userName = \"x12\"",
                "c.getLoginConfig().password = \"x12\"",
                "e.message.setHeader(\"sObjectId\", 1)",
                "x.setHeader(\"sObjectId\", constant(1))"
            })
    void runWhenKotlinSetsALoginOrAHeaderThenThereIsALook(String line) throws Exception {
        write("B.kt", "fun a(c: SalesforceComponent) {\n  " + line + "\n}\n");

        assertThat(scan().findings())
                .filteredOn(finding -> finding.line() == 2)
                .singleElement()
                .extracting(MigrationFinding::certainty)
                .isEqualTo(Certainty.LOOK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"camel\": {\"component\": {\"salesforce\": {\n\"password\": \"x12\"}}}}",
                "{\"camel\": {\"component\": {\"salesforce\": {\n\"client-id\": \"x12\"}}}}",
                "{\"orgs\": [{\"salesforce\": {\n\"password\": \"x12\"}}]}",
                "{\"env\": {\n\"SALESFORCE_PASSWORD\": 12345}}",
                "[{\"from\": {\n\"uri\": \"salesforce:My__e\"}}]"
            })
    void runWhenNamesAreAboveAMemberThenItIsLookedAt(String text) throws Exception {
        write("a.json", text + "\n");

        assertThat(scan().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.certainty()).isEqualTo(Certainty.LOOK);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pom.xml|<parent><artifactId>spring-boot-starter-parent</artifactId><version>4.1.2</version></parent>|camel-salesforce-cc-spring-boot-4-starter",
                "pom.xml|<parent><artifactId>spring-boot-starter-parent</artifactId><version>3.5.16</version></parent>|camel-salesforce-cc-starter",
                "pom.xml|<artifactId>spring-boot-dependencies</artifactId> <version>4.1.0</version>|camel-salesforce-cc-spring-boot-4-starter",
                "pom.xml|<properties><spring-boot.version>4.1.0</spring-boot.version></properties>|camel-salesforce-cc-spring-boot-4-starter",
                "build.gradle|plugins { id 'org.springframework.boot' version '4.1.0' }|camel-salesforce-cc-spring-boot-4-starter",
                "build.gradle.kts|plugins { id(\"org.springframework.boot\") version \"3.5.16\" }|camel-salesforce-cc-starter",
                "gradle/libs.versions.toml|springBoot = \"4.1.0\"|camel-salesforce-cc-spring-boot-4-starter",
                "gradle.properties|springBootVersion=4.1.0|camel-salesforce-cc-spring-boot-4-starter",
                "pom.xml|<parent><artifactId>acme-parent</artifactId><version>4.1.2</version></parent>|"
            })
    void runWhenAStarterIsReplacedThenItIsTheOneForTheProjectsSpringBoot(String name, String text, String starter)
            throws Exception {
        Files.createDirectories(folder.resolve(name).getParent());
        write(name, text.startsWith("<") ? "<x>" + text + "</x>\n" : text + "\n");
        Files.createDirectories(folder.resolve("app"));
        write(
                "app/pom.xml",
                "<project><modelVersion>4.0.0</modelVersion><dependencies><dependency>\n"
                        + "<groupId>org.apache.camel.springboot</groupId>\n"
                        + "<artifactId>camel-salesforce-starter</artifactId>\n</dependency></dependencies></project>\n");
        write("app/build.gradle", "dependencies { a 'org.apache.camel.springboot:camel-salesforce-starter:4.22.0' }\n");

        ReportFiles.write(scan(), folder);

        String artifact = starter == null ? "camel-salesforce-starter" : starter;
        assertThat(folder.resolve("app/pom.xml")).content().contains("<artifactId>" + artifact + "</artifactId>");
        assertThat(folder.resolve("app/build.gradle")).content().contains(":" + artifact + ":");
        assertThat(scan().findings()).hasSize(starter == null ? 2 : 0);
    }

    @Test
    void runWhenTheNewArtifactIsThereThenAManagedVersionStaysAndADependencyIsLookedAt() throws Exception {
        String old = "<dependency><groupId>org.apache.camel</groupId><artifactId>camel-salesforce</artifactId>";
        String pom = "<project><modelVersion>4.0.0</modelVersion><dependencyManagement><dependencies>\n" + old
                + "<version>4.22.1</version></dependency></dependencies></dependencyManagement><dependencies>\n"
                + "<dependency><groupId>org.camelforce</groupId><artifactId>camel-salesforce-cc</artifactId></dependency>\n"
                + old + "</dependency></dependencies></project>\n";
        write("pom.xml", pom);

        MigrationReport report = scan();
        ReportFiles.write(report, folder);

        assertThat(report.findings()).extracting(MigrationFinding::line).containsExactly(4);
        assertThat(folder.resolve("pom.xml")).content().isEqualTo(pom);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<type>test-jar</type>", "<classifier>sources</classifier>"})
    void runWhenADependencyIsNotTheJarItselfThenThereIsALook(String more) throws Exception {
        write(
                "pom.xml",
                "<project><modelVersion>4.0.0</modelVersion><dependencies><dependency><groupId>org.apache.camel</groupId>"
                        + "<artifactId>camel-salesforce</artifactId>" + more
                        + "</dependency></dependencies></project>\n");

        assertThat(scan().findings())
                .singleElement()
                .extracting(MigrationFinding::certainty)
                .isEqualTo(Certainty.LOOK);
    }

    private MigrationReport scan() throws IOException {
        return new MigrationScan(folder, ProjectKind.TARGET, false).run();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
