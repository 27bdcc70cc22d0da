package org.camelforce.salesforcecc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** Answers {@code --version} with the version that the build wrote down. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        String version = version();
        return new String[] {"salesforce-cc " + (version == null ? "of unknown version" : version)};
    }

    /** The version of the program and of the component, null if it is unknown. */
    static @Nullable String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = ProgramVersion.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        }
        return properties.getProperty("version");
    }
}
