package org.camelforce.salesforcecc.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.main.Main;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Projects that logged in with a password or a refresh token run after the program has changed them. */
@Timeout(120)
class AppliedProjectsRunIT {

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "beans", "yaml-beans", "xml"})
    void writeWhenProjectHasRoutesInFilesThenItRuns(String project) throws Exception {
        try (SalesforceSimulator org = SalesforceSimulator.start()) {
            Path folder = applied(project, org);

            Main main = main(folder, org);
            main.configure().setRoutesIncludePattern("file:" + folder + "/*.camel.*");

            assertThat(accounts(main)).contains("\"totalSize\":0");
        }
    }

    @Test
    void writeWhenProjectHasRoutesInJavaThenItRuns() throws Exception {
        try (SalesforceSimulator org = SalesforceSimulator.start()) {
            Path folder = applied("java", org);
            Path classes = temporary.resolve("classes");
            assertThat(JavaProject.compile(AppliedProjectsIT.files(folder), List.of(), classes))
                    .isEmpty();

            try (URLClassLoader loader = new URLClassLoader(
                    new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
                Main main = main(folder, org);
                main.configure().addRoutesBuilder((RoutesBuilder)
                        loader.loadClass("Accounts").getDeclaredConstructor().newInstance());

                assertThat(accounts(main)).contains("\"totalSize\":0");
            }
        }
    }

    private Path applied(String project, SalesforceSimulator org) throws Exception {
        Path folder = ProjectKind.copy(Path.of("src/test/resources/runnable", project), temporary.resolve(project));
        MigrationTarget target = new MigrationTarget(org.getLoginUrl(), "1.0.0");
        ReportFiles.write(new MigrationScan(folder, target, false).run(), folder);
        assertThat(new MigrationScan(folder, target, false).run().findings()).isEmpty();
        return folder;
    }

    private static Main main(Path folder, SalesforceSimulator org) {
        Main main = new Main();
        main.setPropertyPlaceholderLocations("file:" + folder.resolve("application.properties"));
        main.addInitialProperty("acme.key", org.getClientId());
        main.addInitialProperty("acme.secret", org.getClientSecret());
        return main;
    }

    private static String accounts(Main main) {
        try {
            main.start();
            return main.getCamelContext().createProducerTemplate().requestBody("direct:accounts", null, String.class);
        } finally {
            main.stop();
        }
    }
}
