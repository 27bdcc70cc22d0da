package org.camelforce.salesforcecc.karaf.container;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a bundle of a package of the tests. */
public final class TestBundle {

    private TestBundle() {}

    /**
     * Makes the bundle; its imports are what the package uses.
     *
     * @param activator a class of the package
     * @param folder where to put the file
     */
    public static Path of(Class<?> activator, Path folder) throws Exception {
        String name = activator.getPackageName();
        Path file = folder.resolve(name + ".jar");
        try (Builder builder = new Builder()) {
            builder.setClasspath(Stream.of(System.getProperty("java.class.path").split(":"))
                    .map(entry -> Path.of(entry).toFile())
                    .toList());
            builder.setProperty("Bundle-SymbolicName", name);
            builder.setProperty("Bundle-Activator", activator.getName());
            builder.setProperty("Private-Package", name);
            builder.setProperty("-noimportjava", "true");
            try (Jar jar = builder.build()) {
                if (!builder.getErrors().isEmpty()) {
                    throw new IllegalStateException(builder.getErrors().stream().collect(Collectors.joining("\n")));
                }
                jar.write(file.toFile());
            }
        }
        return file;
    }
}
