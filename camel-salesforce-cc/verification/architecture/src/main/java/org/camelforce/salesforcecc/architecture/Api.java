package org.camelforce.salesforcecc.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.stream.Stream;

/**
 * The API of a module: its types that others can see and that are not below a package {@code internal}, with their
 * members that others can see.
 */
public final class Api {

    /** Where the API is listed, for a review of each change. */
    public static final Path COMMITTED = Path.of("src/test/resources/api.txt");

    /** Where {@link #write} lists what the API is now. */
    public static final Path NOW = Path.of("target/api.txt");

    private static final Pattern INTERNAL =
            Pattern.compile("org\\.camelforce\\.salesforcecc\\.(.*\\.)?internal(\\..*)?");

    private final JavaClasses classes;

    private Api(JavaClasses classes) {
        this.classes = classes;
    }

    /**
     * @param options which of the module's classes count; default all but its tests
     * @return the API of the module in whose folder the process runs
     */
    public static Api ofThisModule(ImportOption... options) {
        return ofModule(Path.of(""), options);
    }

    /**
     * @param folder the folder of a module that has been compiled
     * @param options which of the module's classes count; default all but its tests
     * @return the module's API, whose {@link #types} do not have to be on the class path
     */
    public static Api ofModule(Path folder, ImportOption... options) {
        return new Api(new ClassFileImporter(List.of(options)).importPath(folder.resolve("target/classes")));
    }

    /** @return the names of the public types that are no members of others, in order */
    public List<String> types() {
        return classes.stream()
                .filter(Api::isApi)
                .filter(type -> !type.isNestedClass())
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    /** @return the packages of the API */
    public Set<String> packages() {
        return visible().map(Class::getPackageName).collect(toSet());
    }

    /** @return each type and member on a line of its own */
    public String text() {
        return visible().flatMap(Api::lines).collect(joining("\n", "", "\n"));
    }

    /**
     * Writes {@link #text} to {@link #NOW}.
     *
     * @return the text
     */
    public String write() {
        String text = text();
        try {
            Files.writeString(NOW, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text;
    }

    /**
     * @param packageName a package
     * @return whether it is one of ours and below a package {@code internal}, or is one
     */
    public static boolean isInternal(String packageName) {
        return INTERNAL.matcher(packageName).matches();
    }

    static boolean has(JavaCodeUnit unit) {
        return isVisible(unit.getModifiers()) && isApi(unit.getOwner());
    }

    private static boolean isApi(JavaClass type) {
        return !isInternal(type.getPackageName()) && isVisible(type);
    }

    private static boolean isVisible(JavaClass type) {
        return isVisible(type.getModifiers())
                && type.getEnclosingClass().map(Api::isVisible).orElse(true);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private Stream<Class<?>> visible() {
        return classes.stream()
                .filter(Api::isApi)
                .<Class<?>>map(JavaClass::reflect)
                .sorted(Comparator.comparing(Class::getName));
    }

    private static Stream<String> lines(Class<?> type) {
        Stream<String> members = Stream.of(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(Api::isVisible)
                                .map(Api::field),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(Api::isVisible)
                                .map(Api::constructor),
                        withHiddenParents(type)
                                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                                .filter(Api::isVisible)
                                .map(Api::method))
                .flatMap(each -> each)
                .distinct()
                .sorted()
                .map(line -> "    " + line);
        return Stream.concat(Stream.of(header(type)), members);
    }

    /** The type, and the classes above it that only their package sees: their methods count as the type's own. */
    private static Stream<Class<?>> withHiddenParents(Class<?> type) {
        return Stream.iterate(
                type,
                each -> each != null && (each == type || !isPublicOrProtected(each.getModifiers())),
                Class::getSuperclass);
    }

    private static boolean isPublicOrProtected(int modifiers) {
        return (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private static boolean isVisible(Member member) {
        return !member.isSynthetic()
                && isPublicOrProtected(member.getModifiers())
                && !member.getName().equals("$jacocoInit");
    }

    private static String header(Class<?> type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        Class<?> parent = withHiddenParents(type)
                .reduce((first, last) -> last)
                .map(Class::getSuperclass)
                .orElse(null);
        List<String> above = Stream.concat(Stream.ofNullable(parent), Stream.of(type.getInterfaces()))
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
                .collect(joining(", "));
    }
}
