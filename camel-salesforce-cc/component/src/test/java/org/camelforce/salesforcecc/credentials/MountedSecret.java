package org.camelforce.salesforcecc.credentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder as Kubernetes mounts a secret: the files are links into {@code ..data}, itself a link to a folder with a new
 * name for each version, and an update turns that one link (Kubernetes, "Secrets", mounted secrets are updated
 * automatically).
 */
public final class MountedSecret {

    private final Path mount;
    private int versions;

    /** Mounts an empty secret below a folder. */
    public MountedSecret(Path parent) throws IOException {
        this.mount = Files.createDirectory(parent.resolve("mounted"));
    }

    /** The path to give to the component. */
    public Path path() {
        return mount;
    }

    /** Writes a new version, which is seen as a whole or not at all, and removes the one before. */
    public void write(String key, String secret) throws IOException {
        Path data = mount.resolve("..data");
        Path former = Files.exists(data) ? data.toRealPath() : null;
        Path version = Files.createDirectory(mount.resolve("..version_" + versions++));
        Files.writeString(version.resolve("consumerKey"), key);
        Files.writeString(version.resolve("consumerSecret"), secret);
        Path turned = Files.createSymbolicLink(mount.resolve("..data_tmp"), version.getFileName());
        Files.move(turned, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (former == null) {
            Files.createSymbolicLink(mount.resolve("consumerKey"), Path.of("..data", "consumerKey"));
            Files.createSymbolicLink(mount.resolve("consumerSecret"), Path.of("..data", "consumerSecret"));
        } else {
            Files.delete(former.resolve("consumerKey"));
            Files.delete(former.resolve("consumerSecret"));
            Files.delete(former);
        }
    }
}
