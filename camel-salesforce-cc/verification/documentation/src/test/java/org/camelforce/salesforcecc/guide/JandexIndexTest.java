package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;
import org.junit.jupiter.api.Test;

/** The index of classes in the component's jar, as Quarkus reads it. */
class JandexIndexTest {

    @Test
    void indexWhenReadThenItHasTheComponent() throws Exception {
        Index index = index();
        ClassInfo component = index.getClassByName(SalesforceCcComponent.class);

        assertThat(component).isNotNull();
        assertThat(component.hasNoArgsConstructor()).isTrue();
        assertThat(superclassOutsideOf(index, component)).isEqualTo(DotName.createSimple(SalesforceComponent.class));
    }

    @Test
    void indexWhenReadThenItHasEveryClassOfTheJar() throws Exception {
        assertThat(index().getKnownClasses())
                .extracting(each -> each.name().toString())
                .containsExactlyInAnyOrderElementsOf(inComponent(JandexIndexTest::classes));
    }

    private static DotName superclassOutsideOf(Index index, ClassInfo type) {
        ClassInfo known = index.getClassByName(type.superName());
        return known == null ? type.superName() : superclassOutsideOf(index, known);
    }

    private static Index index() throws Exception {
        return inComponent(root -> {
            try (InputStream in = Files.newInputStream(root.resolve("META-INF/jandex.idx"))) {
                return new IndexReader(in).read();
            } catch (IOException e) {
                throw new IllegalStateException("The component has no index", e);
            }
        });
    }

    private static List<String> classes(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Passes the root of the component's classes, which are a folder or a jar. */
    private static <T> T inComponent(Function<Path, T> reader) throws IOException, URISyntaxException {
        Path location = Path.of(SalesforceCcComponent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isDirectory(location)) {
            return reader.apply(location);
        }
        try (FileSystem jar = FileSystems.newFileSystem(location)) {
            return reader.apply(jar.getPath("/"));
        }
    }
}
