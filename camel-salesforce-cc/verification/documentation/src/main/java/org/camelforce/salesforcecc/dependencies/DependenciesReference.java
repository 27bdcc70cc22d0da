package org.camelforce.salesforcecc.dependencies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.architecture.RuntimeDependencies;

/** The page {@code src/docs/dependencies.md}, made of what the builds of the published modules have resolved. */
public final class DependenciesReference {

    private static final String INTRODUCTION =
            """
            # Dependencies

            *This page is generated. To generate it again, run `src/docs/generate dependencies`.*

            This page lists the libraries that the published modules bring at run time, for people who approve, scan, or replace
            them.

            ## Modules

            | in the tables | module | which of its libraries you can replace |
            |---|---|---|
            | `component` | `camel-salesforce-cc` | all |
            | `shaded` | `camel-salesforce-cc-shaded` | Those of `component`, except for the rows with `shaded`: these libraries are inside the jar. |
            | `starter` | `camel-salesforce-cc-starter` | All. In your application, Spring Boot's BOM chooses most versions. The starter also brings `camel-salesforce-cc-shaded`. |
            | `starter-4` | `camel-salesforce-cc-spring-boot-4-starter` | All. In your application, Spring Boot's BOM chooses most versions. |
            | `kamelets` | `camel-salesforce-cc-kamelets` | all |
            | `karaf` | the features of `camel-salesforce-cc-karaf` | All, with `bundleReplacements` in `etc/org.apache.karaf.features.xml`. |
            | `camel-karaf` | its features for camel-karaf, in addition to those of camel-karaf | the same |
            | `junit5` | `camel-salesforce-cc-test-junit5`, with the simulator | all |
            | `simulator` | `camel-salesforce-cc-simulator` as a program | None: they are inside the file. |
            | `tools` | `camel-salesforce-cc-tools` | All, if you use the library. None, if you use the program: they are inside the file. |

            - To replace a library, set its version in your build, for example in `dependencyManagement`. All libraries of Camel have
              the version of your Camel, except for `camel-salesforce` of
              [`starter-4`](../../camel-salesforce-cc/spring-boot-4-starter/README.md).
              [Versions of Camel](compatibility.md) lists the versions that the tests run with.
            - The tables show the versions that the build of this product uses. Your build can choose another version of a library that
              you do not set.
            - Optional libraries are not in the tables, except for those of the programs. `META-INF/THIRD-PARTY.txt` in each jar lists
              them, too.
            - The date is the build date that the jar contains. It is empty if the jar contains none. Some projects write a fixed date
              that is older.
            - If a library has several licenses, the table shows the one that this product uses.

            ## Scan for vulnerabilities

            The build cannot reach a database of vulnerabilities, so this page contains no results of a scan. Each module has a bill of
            materials (SBOM) in CycloneDX format. To scan it with OSV-Scanner 2, give it a name that the scanner recognizes:

            ```sh
            cp camel-salesforce-cc-1.0.0-cyclonedx.json bom.json
            osv-scanner scan source -L bom.json
            ```

            With OSV-Scanner 1, run `osv-scanner --sbom=bom.json`.
            """;

    /** The title of a section, and the beginnings of its groups. */
    private static final Map<String, List<String>> SECTIONS = sections();

    private final Path root;
    private final Path repository;
    private final ThirdParty thirdParty = new ThirdParty();
    private final Map<Library, List<String>> modules =
            new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));

    private DependenciesReference(Path root, Path repository) {
        this.root = root;
        this.repository = repository;
    }

    /**
     * Writes the page.
     *
     * @param arguments the repository's root, and Maven's local repository
     * @throws IOException if a list is missing or the page cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Files.writeString(
                root.resolve("src/docs/dependencies.md"),
                new DependenciesReference(root, Path.of(arguments[1])).markdown());
    }

    private String markdown() throws IOException {
        // its only dependency is the component
        add("component", "component-shaded", false);
        add("shaded", thirdParty.inside());
        add("starter", "spring-boot-starter", false);
        removeWhatIsInsideOfTheShadedJar("starter");
        add("starter-4", "spring-boot-4-starter", false);
        add("kamelets", "kamelets", false);
        add("karaf", new KarafFeatures(root).bundles("features.xml"));
        add("camel-karaf", new KarafFeatures(root).bundles("camel-karaf-features.xml"));
        add("junit5", "testing/junit5", false);
        add("simulator", "testing/simulator", true);
        add("tools", "tools", true);

        List<Row> rows = rows();
        return INTRODUCTION
                + SECTIONS.keySet().stream().map(title -> table(title, rows)).collect(Collectors.joining());
    }

    private void add(String name, String module, boolean isOptionalToo) throws IOException {
        Path folder = root.resolve("camel-salesforce-cc").resolve(module);
        thirdParty.read(folder);
        add(name, RuntimeDependencies.resolved(folder.resolve(RuntimeDependencies.LIST), isOptionalToo));
    }

    private void add(String name, Set<String> libraries) {
        libraries.forEach(library -> modules.computeIfAbsent(Library.of(library), none -> new ArrayList<>())
                .add(name));
    }

    /**
     * A build of all modules resolves it in addition to that jar; whoever has the published POM of the jar does not.
     */
    private void removeWhatIsInsideOfTheShadedJar(String name) {
        modules.forEach((library, names) -> {
            if (thirdParty.inside().contains(library.text())) {
                names.remove(name);
            }
        });
    }

    /** One for all artifacts of a group that have the same in all columns. */
    private List<Row> rows() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Map.Entry<Library, List<String>> entry : modules.entrySet()) {
            Library library = entry.getKey();
            Row row = new Row(
                    library.group(),
                    library.artifact(),
                    library.version(),
                    JarDate.of(repository.resolve(library.jar()))
                            .map(LocalDate::toString)
                            .orElse(""),
                    thirdParty.license(library),
                    String.join(", ", entry.getValue()));
            rows.merge(row.key(), row, Row::with);
        }
        return List.copyOf(new TreeMap<>(rows).values());
    }

    private static String table(String title, List<Row> rows) {
        return "\n## " + title
                + "\n\n| group | artifacts | version | date | license | part of |\n|---|---|---|---|---|---|\n"
                + rows.stream()
                        .filter(row -> section(row.group()).equals(title))
                        .map(Row::markdown)
                        .collect(Collectors.joining());
    }

    private static String section(String group) {
        return SECTIONS.entrySet().stream()
                .filter(section -> section.getValue().stream().anyMatch(group::startsWith))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put("Camel", List.of("org.apache.camel"));
        sections.put("Streaming API", List.of("org.cometd", "org.eclipse.jetty"));
        sections.put(
                "Pub/Sub API",
                List.of("com.google", "io.grpc", "io.netty", "io.perfmark", "org.apache.avro", "tech.allegro"));
        sections.put(
                "JSON, YAML, and XML", List.of("com.fasterxml", "com.sun", "jakarta.xml", "org.glassfish", "org.yaml"));
        sections.put("Spring", List.of("org.springframework"));
        sections.put("Logging", List.of("ch.qos.logback", "commons-logging", "org.apache.logging", "org.slf4j"));
        sections.put("Other libraries", List.of(""));
        return sections;
    }

    private record Row(String group, String artifacts, String version, String date, String license, String modules) {

        String key() {
            return String.join(" ", group, version, license, modules);
        }

        Row with(Row other) {
            return new Row(
                    group,
                    artifacts + ", " + other.artifacts,
                    version,
                    date.compareTo(other.date) > 0 ? date : other.date,
                    license,
                    modules);
        }

        String markdown() {
            return "| "
                    + String.join(" | ", code(group), code(artifacts), code(version), date, license, code(modules))
                    + " |\n";
        }

        private static String code(String names) {
            return "`" + names.replace(", ", "`, `") + "`";
        }
    }
}
