package org.camelforce.salesforcecc.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.guide.Repository;

/** All that readers of the repository's pages and users of its modules can read, by kind and source. */
final class Sources {

    enum Kind {
        PAGES,
        MESSAGES,
        DESCRIPTIONS
    }

    private static final List<String> PUBLISHED = List.of(
            "component",
            "karaf",
            "spring-boot",
            "spring-boot-starter",
            "spring-boot-4-starter",
            "testing/junit5",
            "tools");
    private static final String SIMULATOR = "testing/simulator";

    /** Of these, most texts are answers of Salesforce. */
    private static final Pattern IMITATIONS =
            Pattern.compile("/simulator/(internal/(?!console)|fault/|oauth/|schema/)");

    private final Path root;
    private final Path modules;
    private final DescriptionProse descriptions;
    private final Map<Kind, Map<String, List<Prose>>> texts = new LinkedHashMap<>();

    Sources(Path root) throws IOException {
        this.root = root;
        this.modules = root.resolve("camel-salesforce-cc");
        this.descriptions = new DescriptionProse();
        java();
        screens();
        schemas();
        pages();
    }

    /** {@return the texts of a kind, by their sources} */
    Map<String, List<Prose>> of(Kind kind) {
        return texts.getOrDefault(kind, Map.of());
    }

    private void pages() throws IOException {
        for (Path page : new Repository(root).markdown()) {
            add(Kind.PAGES, PageProse.of(name(page), Files.readString(page), descriptions::isKnown));
        }
    }

    private void java() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : PUBLISHED) {
            files.addAll(new Repository(modules.resolve(module).resolve("src/main/java")).files(".java"));
        }
        files.addAll(new Repository(modules.resolve(SIMULATOR).resolve("src/main/java")).files(".java"));
        for (MessageProse.Texts texts : MessageProse.of(
                files, this::name, source -> IMITATIONS.matcher(source).find())) {
            add(Kind.MESSAGES, texts.messages());
            add(Kind.DESCRIPTIONS, texts.descriptions());
        }
    }

    private void screens() throws IOException {
        Repository simulator = new Repository(modules.resolve(SIMULATOR).resolve("src/main/resources"));
        for (String ending : List.of(".html", ".js")) {
            for (Path file : simulator.files(ending)) {
                add(Kind.MESSAGES, ScreenProse.of(name(file), Files.readString(file)));
            }
        }
    }

    private void schemas() throws IOException {
        for (Path file : List.of(
                modules.resolve(
                        "component/src/generated/resources/META-INF/org/camelforce/salesforcecc/salesforce-cc.json"),
                modules.resolve("spring-boot/src/main/resources/META-INF/spring-configuration-metadata.json"),
                root.resolve("src/operations/grafana/salesforce-cc.json"))) {
            descriptions.ofJson(file).forEach(prose -> add(Kind.DESCRIPTIONS, prose, name(file)));
        }
        List<Path> yaml =
                new ArrayList<>(new Repository(modules.resolve("kamelets/src/main/resources")).files(".yaml"));
        yaml.add(root.resolve("src/operations/prometheus/salesforce-cc-alerts.yml"));
        for (Path file : yaml) {
            descriptions.ofYaml(file).forEach(prose -> add(Kind.DESCRIPTIONS, prose, name(file)));
        }
    }

    private void add(Kind kind, Prose prose) {
        add(kind, prose, prose.source());
    }

    private void add(Kind kind, Prose prose, String source) {
        if (prose.paragraphs() > 0) {
            texts.computeIfAbsent(kind, any -> new LinkedHashMap<>())
                    .computeIfAbsent(source, any -> new ArrayList<>())
                    .add(prose);
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString();
    }
}
