package org.camelforce.salesforcecc.karaf.container;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.camelforce.salesforcecc.karaf.probe.ProbeActivator;
import org.camelforce.salesforcecc.karaf.probe.ProbeMXBean;

/**
 * A Karaf in a process of its own, freshly installed. It knows no Maven repository but the one that the build has
 * filled, and listens on loopback only.
 */
public final class KarafContainer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path home;
    private final Process process;
    private final JMXConnector connector;
    private final ProbeMXBean probe;

    private KarafContainer(Path home, Process process, JMXConnector connector) throws Exception {
        this.home = home;
        this.process = process;
        this.connector = connector;
        this.probe = bean(ProbeActivator.NAME, ProbeMXBean.class);
    }

    /**
     * Installs and starts a Karaf.
     *
     * @param folder of this Karaf alone
     * @param jvmOptions for the JVM
     */
    public static KarafContainer start(Path folder, String... jvmOptions) throws Exception {
        Path home = folder.resolve("karaf");
        copy(Path.of(System.getProperty("karaf.distribution")), home);
        configure(home);
        Path address = folder.resolve("address");
        Files.copy(
                TestBundle.of(ProbeActivator.class, folder),
                home.resolve("deploy").resolve("probe.jar"));
        List<String> options = new ArrayList<>(List.of(
                "-D" + ProbeActivator.ADDRESS_FILE + "=" + address,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.rmi.server.hostname=127.0.0.1",
                "-Djava.net.preferIPv4Stack=true"));
        options.addAll(Arrays.asList(jvmOptions));
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin").resolve("karaf").toString(), "server")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("EXTRA_JAVA_OPTS", String.join(" ", options));
        Process process = builder.start();
        try {
            await().atMost(PATIENCE).until(() -> Files.exists(address) || !process.isAlive());
            JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(Files.readString(address)));
            KarafContainer karaf = new KarafContainer(home, process, connector);
            await().atMost(PATIENCE).until(() -> karaf.probe.isBooted() || !process.isAlive());
            return karaf;
        } catch (Exception e) {
            kill(process);
            throw e;
        }
    }

    /** Runs a line of Karaf's shell, once its command is there, and returns what it printed. */
    public String execute(String line) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsMatching(e -> String.valueOf(e.getMessage()).contains("Command not found"))
                .until(() -> probe.execute(line), printed -> true);
    }

    /** Installs and starts a bundle made of a package of the tests. */
    public void install(Class<?> activator) throws Exception {
        execute("bundle:install -s file:" + TestBundle.of(activator, home.getParent()));
    }

    /** Stops and uninstalls it. */
    public void uninstall(Class<?> activator) throws Exception {
        execute("bundle:uninstall " + activator.getPackageName());
    }

    /** The state of each bundle, by its location. */
    public Map<String, String> bundles() {
        return probe.getBundles();
    }

    /** Puts a file into the folder {@code etc}. */
    public void configure(String file, String content) {
        try {
            Path written = home.resolve("data").resolve(file + ".part");
            Files.writeString(written, content);
            Files.move(
                    written,
                    home.resolve("etc").resolve(file),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder for data of bundles. */
    public Path data() {
        return home.resolve("data");
    }

    /** The names of the threads that run. */
    public List<String> threads() throws Exception {
        ThreadMXBean threads = ManagementFactory.newPlatformMXBeanProxy(
                connector.getMBeanServerConnection(), ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
        return Arrays.stream(threads.dumpAllThreads(false, false))
                .map(thread -> thread.getThreadName())
                .toList();
    }

    /** What Karaf has logged. */
    public String log() {
        try {
            return Files.readString(home.resolve("data").resolve("log").resolve("karaf.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An MXBean of a bundle in there. */
    public <T> T bean(String name, Class<T> type) throws Exception {
        MBeanServerConnection connection = connector.getMBeanServerConnection();
        return JMX.newMXBeanProxy(connection, new ObjectName(name), type);
    }

    @Override
    public void close() throws Exception {
        try {
            execute("shutdown -f");
            process.waitFor(30, TimeUnit.SECONDS);
        } finally {
            kill(process);
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void configure(Path home) throws IOException {
        Path etc = home.resolve("etc");
        Properties features = new Properties();
        features.setProperty(
                "featuresRepositories",
                Stream.of("framework", "standard", "specs")
                        .map(name -> "mvn:org.apache.karaf.features/" + name + "/" + version() + "/xml/features")
                        .reduce((one, other) -> one + "," + other)
                        .orElseThrow());
        features.setProperty(
                "featuresBoot",
                "instance,package,log,framework,system,eventadmin,feature,shell,service,jaas,deployer,diagnostic,wrap,bundle,config");
        features.setProperty("featuresBootAsynchronous", "false");
        store(features, etc.resolve("org.apache.karaf.features.cfg"));
        Properties maven = new Properties();
        maven.setProperty(
                "org.ops4j.pax.url.mvn.localRepository", home.resolve("data/m2").toString());
        maven.setProperty("org.ops4j.pax.url.mvn.useFallbackRepositories", "false");
        maven.setProperty(
                "org.ops4j.pax.url.mvn.defaultRepositories",
                "file:" + System.getProperty("karaf.repository") + "@id=build@snapshots, ${karaf.home.uri}"
                        + "${karaf.default.repository}@id=system.repository@snapshots");
        maven.setProperty("org.ops4j.pax.url.mvn.repositories", "");
        store(maven, etc.resolve("org.ops4j.pax.url.mvn.cfg"));
        Properties web = new Properties();
        web.setProperty("org.osgi.service.http.port", "0");
        web.setProperty("org.ops4j.pax.web.listening.addresses", "127.0.0.1");
        store(web, etc.resolve("org.ops4j.pax.web.cfg"));
    }

    private static String version() {
        return System.getProperty("karaf.version");
    }

    private static void store(Properties properties, Path file) throws IOException {
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
