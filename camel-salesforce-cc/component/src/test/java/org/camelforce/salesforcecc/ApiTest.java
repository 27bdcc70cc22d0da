package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public API is what {@code api.txt} says, so that no change of it goes unnoticed. */
class ApiTest {

    private static final String ROOT = SalesforceCcComponent.class.getPackageName();
    private static final String INTERNAL = ROOT + ".internal";
    private static final Path COMMITTED = Path.of("src/test/resources/api.txt");
    private static final Path NOW = Path.of("target/api.txt");
    private static final List<Class<?>> API = api();

    @Test
    void apiWhenItIsListedThenAsCommitted() throws Exception {
        String now = API.stream().flatMap(ApiTest::lines).collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(NOW, now);

        assertThat(now)
                .as("The API has changed. If that is intended, copy %s to %s", NOW, COMMITTED)
                .isEqualTo(Files.readString(COMMITTED))
                .doesNotContain(INTERNAL);
    }

    @Test
    void bundleWhenItExportsPackagesThenThoseOfTheApi() throws Exception {
        Set<String> exported = Pattern.compile("(?m)^  (" + Pattern.quote(ROOT) + "[\\w.]*);-noimport")
                .matcher(Files.readString(Path.of("bnd.bnd")))
                .results()
                .map(export -> export.group(1))
                .collect(Collectors.toSet());

        assertThat(API.stream().map(Class::getPackageName).collect(Collectors.toSet()))
                .isEqualTo(exported);
    }

    private static List<Class<?>> api() {
        return new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .withImportOption(new ArchitectureTest.HandWritten())
                        .importPackagesOf(SalesforceCcComponent.class)
                        .stream()
                        .filter(type -> !type.getPackageName().startsWith(INTERNAL))
                        .filter(ApiTest::isVisible)
                        .<Class<?>>map(JavaClass::reflect)
                        .sorted(Comparator.comparing(Class::getName))
                        .toList();
    }

    private static boolean isVisible(JavaClass type) {
        return (type.getModifiers().contains(JavaModifier.PUBLIC)
                        || type.getModifiers().contains(JavaModifier.PROTECTED))
                && type.getEnclosingClass().map(ApiTest::isVisible).orElse(true);
    }

    private static Stream<String> lines(Class<?> type) {
        Stream<String> members = Stream.of(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(ApiTest::isVisible)
                                .map(ApiTest::field),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(ApiTest::isVisible)
                                .map(ApiTest::constructor),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(ApiTest::isVisible)
                                .map(ApiTest::method))
                .flatMap(each -> each)
                .sorted()
                .map(line -> "    " + line);
        return Stream.concat(Stream.of(header(type)), members);
    }

    private static boolean isVisible(Member member) {
        return !member.isSynthetic()
                && (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
                && !member.getName().equals("$jacocoInit");
    }

    private static String header(Class<?> type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        List<String> above = Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .map(Class::getName)
                .filter(name -> !name.startsWith("java.lang."))
                .sorted()
                .toList();
        return kind + " " + type.getName() + (above.isEmpty() ? "" : " : " + String.join(", ", above));
    }

    private static String field(Field field) {
        return field.getName() + ": " + field.getGenericType().getTypeName();
    }

    private static String constructor(Constructor<?> constructor) {
        return "new(" + parameters(constructor) + ")";
    }

    private static String method(Method method) {
        return (Modifier.isStatic(method.getModifiers()) ? "static " : "") + method.getName() + "(" + parameters(method)
                + "): " + method.getGenericReturnType().getTypeName();
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getGenericParameterTypes())
                .map(type -> type.getTypeName())
                .collect(Collectors.joining(", "));
    }
}
