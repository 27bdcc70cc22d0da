package org.camelforce.salesforcecc.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An exclusive lock on a file. Whoever has it in this process is known without touching the file: on POSIX systems,
 * closing any descriptor of a file gives up all locks that the process has on it.
 */
final class FileOwnership {

    private static final Set<Path> TAKEN_HERE = ConcurrentHashMap.newKeySet();
    private static final String THIS_PROCESS = "another subscription of this process";

    /** Lies behind the owner's name, so that the name can be read where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int LONGEST_NAME = 200;

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private FileOwnership(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * @throws PositionAlreadyClaimedException if another subscription of this or another process has it
     * @throws IOException if the file cannot be written or locked
     */
    static FileOwnership take(PositionKey key, Path file) throws IOException {
        if (!TAKEN_HERE.add(file)) {
            throw new PositionAlreadyClaimedException(key, THIS_PROCESS);
        }
        boolean taken = false;
        try {
            FileOwnership ownership = lock(key, file);
            taken = true;
            return ownership;
        } finally {
            if (!taken) {
                TAKEN_HERE.remove(file);
            }
        }
    }

    private static FileOwnership lock(PositionKey key, Path file) throws IOException {
        FileChannel channel = open(file);
        boolean owned = false;
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw new PositionAlreadyClaimedException(key, "process " + read(channel));
            }
            ByteBuffer name = StandardCharsets.UTF_8.encode(ProcessName.name());
            channel.truncate(0);
            channel.write(name, 0);
            owned = true;
            return new FileOwnership(file, channel, lock);
        } catch (OverlappingFileLockException e) {
            throw new PositionAlreadyClaimedException(key, THIS_PROCESS);
        } finally {
            if (!owned) {
                channel.close();
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer name = ByteBuffer.allocate(LONGEST_NAME);
        channel.read(name, 0);
        return StandardCharsets.UTF_8.decode(name.flip()).toString().strip();
    }

    /** @throws IOException if the lock is not held any more */
    void check() throws IOException {
        if (!lock.isValid()) {
            throw new IOException("The lock on " + file + " has been given up; the position is not written");
        }
    }

    void close() throws IOException {
        try {
            channel.close();
        } finally {
            TAKEN_HERE.remove(file);
        }
    }
}
