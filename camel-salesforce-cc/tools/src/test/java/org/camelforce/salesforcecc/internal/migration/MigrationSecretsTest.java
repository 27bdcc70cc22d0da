package org.camelforce.salesforcecc.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets in lines that a report shows. */
class MigrationSecretsTest {

    private static final String SECRET = "open-sesame";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "c.json|{\"camel.kamelet.salesforce-source.password\":\"x12\",\"database.password\":\"open-sesame\"}",
                "c.json|{\"connector.class\":\"CamelSalesforcesourceSourceConnector\",\"camel.kamelet.salesforce-source.password\":\"x12\",\"jaas\":\"x password=\\\"open-sesame\\\";\"}",
                "a.json|{\"camel\":{\"component\":{\"salesforce\":{\"password\":\"open-sesame\",\"clientId\":\"x\"}}}}",
                "main.tf|variable \"sf_password\" { default = \"open-sesame\" }",
                "run.sh|docker run -e SALESFORCE_PASSWORD=x12 -e SALESFORCE_CLIENT_SECRET=open-sesame img",
                "run.sh|docker run -e SALESFORCE_PASSWORD=x12 -e DB_PASSWORD='open-sesame' img",
                "run.sh|SALESFORCE_PASSWORD=x12 app --db-token open-sesame",
                "run.sh|SALESFORCE_PASSWORD=x12 curl -u admin:open-sesame https://example.com",
                "run.sh|SALESFORCE_PASSWORD=x12 DB=jdbc:x://sa:open-sesame@db/x app",
                "run.sh|SALESFORCE_PASSWORD=x12 curl -H 'Authorization: Bearer open-sesame' x",
                "v.yaml|env: [{name: CAMEL_COMPONENT_SALESFORCE_PASSWORD, value: open-sesame}]",
                "v.yaml|env: [{value: open-sesame, name: CAMEL_COMPONENT_SALESFORCE_PASSWORD}]",
                "v.yaml|env: [JAVA_OPTS=-Dcamel.component.salesforce.password=x12 -Dspring.datasource.password=open-sesame]",
                "b.xml|<b><p name=\"sf.password\" value=\"x12\"/><p name=\"db.password\" value=\"open-sesame\"/></b>",
                "b.xml|<b><p name=\"sf.password\" value=\"open-sesame\"/></c>",
                "b.xml|<b><prop key=\"camel.component.salesforce.password\">open-sesame</prop></c>",
                "b.xml|<b><p name=\"sf.password\">x12</p><clientSecret>open-sesame</clientSecret></b>",
                "b.xml|<bean xmlns:c=\"c\" class=\"org.apache.camel.component.salesforce.SalesforceLoginConfig\" c:password=\"open-sesame\"/>",
                "b.xml|<b><to uri=\"salesforce:query?userName=a&#38;password=open-sesame\"/></c>",
                "B.kt|val c = SalesforceComponent().apply { password = \"x12\"; clientSecret = \"open-sesame\" }",
                "A.java|class A { Object m = Map.of(\"camel.component.salesforce.user-name\", \"u\", \"camel.component.salesforce.password\", \"open-sesame\"); }",
                "A.java|class A { void a(SalesforceComponent c) { c.setPassword(x = \"open-sesame\"); } }",
                "A.java|class A { void a(SalesforceComponent c) { c.setPassword(test ? \"open-sesame\" : p); } }",
                "A.java|class A { @ConfigProperty(name = \"SALESFORCE_PASSWORD\", defaultValue = \"open-sesame\") String p; }",
                "A.java|class A { @ConfigProperty(defaultValue = \"open-sesame\", name = \"SALESFORCE_PASSWORD\") String p; }",
                "A.java|class A { String p = config.get(\"SALESFORCE_PASSWORD\").orElse(\"open-sesame\"); }",
                "A.java|class A { @Value(\"${salesforce.password:open-sesame}\") String p; }",
                "A.java|class A { @Value(\"${salesforce.username:x}${acme.secret:open-sesame}\") String p; }",
                "a.properties|salesforce.password=${SF_PW:open-sesame}",
                "a.properties|camel.component.salesforce.password={{sf.pw:open-sesame}}",
                "build.gradle.kts|run { systemProperty(\"camel.component.salesforce.password\", \"x12\"); environment(\"DB_PASSWORD\", \"open-sesame\") }"
            })
    void runWhenALineHasAnotherSecretThenTheReportHidesItToo(String name, String line) throws Exception {
        Files.writeString(folder.resolve(name), line + "\n");

        MigrationReport report = new MigrationScan(folder).run();

        assertThat(report.findings()).isNotEmpty();
        assertThat(String.join("\n", ReportText.lines(report))).doesNotContain(SECRET);
        assertThat(ReportJson.of(report).toString()).doesNotContain(SECRET);
        assertThat(ReportPatch.of(report).text()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java|class A { Object m = List.of(\"camel.component.salesforce.password\", \"camel.component.salesforce.user-name\"); }|camel.component.salesforce.user-name",
                "A.java|class A { void a() { to(\"salesforce-cc:query?clientSecret=\" + secret + \"&salesforce:query\"); } }|+ secret +",
                "b.xml|<b><p name=\"sf.password\" value=\"{{acme.pw}}\"/></c>|value=\"{{acme.pw}}\"",
                "t.yaml|{{- x }}@camel.component.salesforce.password={{ .Values.acme.pw }}|{{ .Values.acme.pw }}"
            })
    void runWhenTextOnlyLooksLikeASecretThenTheReportShowsIt(String name, String line, String shown) throws Exception {
        Files.writeString(folder.resolve(name), line.replace('@', '\n') + "\n");

        assertThat(new MigrationScan(folder).run().findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.found()).contains(shown));
    }

    @Test
    void maskedWhenAPasswordHasBlanksAndMarksThenAllOfItIsHidden() throws IOException {
        assertThat(SecretLines.masked("a.yaml", "db.password: \"open; sesame, please\" # x\nuser: jane\n"))
                .isEqualTo("db.password: \"***\" # x\nuser: jane\n");
    }
}
