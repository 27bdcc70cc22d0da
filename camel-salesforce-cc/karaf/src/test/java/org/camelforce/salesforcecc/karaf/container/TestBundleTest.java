package org.camelforce.salesforcecc.karaf.container;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.karaf.extensions.ExtensionsActivator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestBundleTest {

    @TempDir
    private Path folder;

    @Test
    void ofWhenAPolicyAndListenersAreInItThenImportsExportedPackagesOnly() throws Exception {
        Set<String> imported = ours(
                "Import-Package",
                TestBundle.of(ExtensionsActivator.class, folder).toFile());
        Set<String> exported = ours("Export-Package", component());

        assertThat(imported)
                .contains("org.camelforce.salesforcecc.subscription", "org.camelforce.salesforcecc.token")
                .isSubsetOf(exported);
        assertThat(exported).noneMatch(name -> name.contains("internal"));
    }

    private static File component() throws URISyntaxException {
        return new File(SalesforceCcComponent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static Set<String> ours(String header, File bundle) throws Exception {
        try (Jar jar = new Jar(bundle)) {
            return new Parameters(jar.getManifest().getMainAttributes().getValue(header))
                    .keySet().stream()
                            .filter(name -> name.startsWith("org.camelforce"))
                            .collect(Collectors.toSet());
        }
    }
}
