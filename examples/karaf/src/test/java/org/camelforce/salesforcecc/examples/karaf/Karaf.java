package org.camelforce.salesforcecc.examples.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Karaf of its own, which boots with the example's feature. It knows no Maven repository but the one that the build
 * has filled, and listens on loopback only.
 */
final class Karaf implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Path home;
    private Process process;

    /** @param home where to install it */
    Karaf(Path home) throws IOException {
        this.home = home;
        copy(Path.of(System.getProperty("karaf.distribution")), home);
        Properties features = new Properties();
        features.setProperty(
                "featuresRepositories",
                String.join(
                        ",",
                        repository("org.apache.karaf.features/framework", System.getProperty("karaf.version")),
                        repository("org.apache.karaf.features/standard", System.getProperty("karaf.version")),
                        repository("org.apache.karaf.features/specs", System.getProperty("karaf.version")),
                        repository(
                                "org.camelforce/camel-salesforce-cc-example-karaf",
                                System.getProperty("project.version"))));
        // neither ssh nor management, which would listen
        features.setProperty(
                "featuresBoot",
                "instance,package,log,framework,system,eventadmin,feature,shell,service,jaas,deployer,diagnostic,wrap,"
                        + "bundle,config,camel-salesforce-cc-example-karaf");
        features.setProperty("featuresBootAsynchronous", "false");
        configure("org.apache.karaf.features.cfg", features);
        Properties maven = new Properties();
        maven.setProperty(
                "org.ops4j.pax.url.mvn.localRepository", home.resolve("data/m2").toString());
        maven.setProperty("org.ops4j.pax.url.mvn.useFallbackRepositories", "false");
        maven.setProperty(
                "org.ops4j.pax.url.mvn.defaultRepositories",
                "file:" + System.getProperty("karaf.repository") + "@id=build@snapshots, ${karaf.home.uri}"
                        + "${karaf.default.repository}@id=system.repository@snapshots");
        maven.setProperty("org.ops4j.pax.url.mvn.repositories", "");
        configure("org.ops4j.pax.url.mvn.cfg", maven);
    }

    /** Writes a file of the folder {@code etc}. */
    void configure(String file, Properties properties) throws IOException {
        try (var writer = Files.newBufferedWriter(home.resolve("etc").resolve(file))) {
            properties.store(writer, null);
        }
    }

    /** Starts it; it boots while the caller goes on. */
    void start() throws IOException {
        process = command("karaf", "server");
    }

    /** Stops it and waits for its end. */
    void stop() throws IOException, InterruptedException {
        Process stopping = command("stop");
        if (!stopping.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                || !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            stopping.destroyForcibly();
            throw new IllegalStateException("Karaf has not stopped");
        }
    }

    /** Whether it has been started and not ended since. */
    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** What it has logged since its installation. */
    String log() throws IOException {
        return Files.readString(home.resolve("data/log/karaf.log"));
    }

    /** Kills it if it still runs. */
    @Override
    public void close() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process command(String name, String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(home.resolve("bin").resolve(name).toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("console.log").toFile()));
        // those of another Karaf on this machine
        builder.environment().keySet().removeIf(variable -> variable.startsWith("KARAF_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // it lives for a minute: the compiler's second level would be for nothing
        builder.environment()
                .put("EXTRA_JAVA_OPTS", "-Djava.net.preferIPv4Stack=true -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        return builder.start();
    }

    private static String repository(String artifact, String version) {
        return "mvn:" + artifact + "/" + version + "/xml/features";
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
