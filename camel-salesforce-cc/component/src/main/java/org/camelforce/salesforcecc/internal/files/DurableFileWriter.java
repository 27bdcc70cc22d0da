package org.camelforce.salesforcecc.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that are on the disk when the writing method returns, and that only their owner can read at first. */
public final class DurableFileWriter {

    private DurableFileWriter() {}

    /**
     * Puts a file in the place of another one, so that a reader sees either the whole old or the whole new one. A
     * symbolic link stays, and what it points to is replaced. Owner, group and permissions stay; a new file can be read
     * by its owner only.
     *
     * @param file the file, which may be missing; its folder exists
     * @param text the new content
     * @throws IOException if that fails; the file is the old or the new one
     */
    public static void replace(Path file, String text) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        Path fresh = Files.createTempFile(folderOf(target), ".", ".new");
        try {
            write(fresh, text);
            keepAttributes(target, fresh);
            move(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Writes a file for its owner alone; on file systems without such permissions the folder's rules hold.
     *
     * @param file the file, which may be missing
     * @param text the new content
     * @throws IOException if that fails; the file's content is then unknown
     */
    public static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /**
     * Gives a file or folder that takes the place of another one its owner, group and permissions, and until then no
     * more permissions than it has. Does nothing if the other one does not exist, or on file systems without such
     * permissions.
     *
     * @param former the file that is replaced
     * @param fresh the file that takes its place, which only its owner can read
     * @throws IOException if that cannot be kept; the message names the owner or group
     */
    public static void keepAttributes(Path former, Path fresh) throws IOException {
        if (!Files.exists(former)
                || !former.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        PosixFileAttributes before = Files.readAttributes(former, PosixFileAttributes.class);
        PosixFileAttributeView now = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (!now.readAttributes().group().equals(before.group())) {
            keep(former, "group " + before.group(), () -> now.setGroup(before.group()));
        }
        if (!now.readAttributes().owner().equals(before.owner())) {
            keep(former, "owner " + before.owner(), () -> now.setOwner(before.owner()));
        }
        now.setPermissions(before.permissions());
    }

    private static void keep(Path file, String what, Change change) throws IOException {
        try {
            change.make();
        } catch (IOException e) {
            throw new IOException(
                    file + " cannot be replaced, because this user cannot keep its " + what
                            + "; run as the file's owner or as root",
                    e);
        }
    }

    /** A change that the operating system may refuse. */
    private interface Change {
        void make() throws IOException;
    }

    /**
     * Gives a file another name in one step.
     *
     * @param fresh the file, see {@link #write}
     * @param target its new name in the same folder; what has this name goes
     * @throws IOException if that fails; one file or the other has the name
     */
    public static void move(Path fresh, Path target) throws IOException {
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(folderOf(target));
    }

    /**
     * Makes the names in a folder durable, where the operating system lets folders be opened.
     *
     * @param folder the folder
     * @throws IOException if that fails
     */
    public static void syncFolder(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        return folder;
    }
}
