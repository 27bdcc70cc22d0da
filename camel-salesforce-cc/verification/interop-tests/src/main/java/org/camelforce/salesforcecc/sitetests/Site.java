package org.camelforce.salesforcecc.sitetests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.consoletests.Programs;

/** The guide as static pages, which a server of files on this machine has. */
public final class Site implements AutoCloseable {

    private static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript",
            "css", "text/css",
            "json", "application/json",
            "png", "image/png",
            "txt", "text/plain; charset=utf-8");
    private static final int FOUND = 200;
    private static final int MISSING = 404;

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    private Site(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** @return whether npm is here, which installs the generator of the pages */
    public static boolean isBuildable() {
        return Programs.find("npm").isPresent();
    }

    /**
     * Makes the pages by the command for it.
     *
     * @return their server
     * @throws IOException if that fails
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public static Site build() throws IOException, InterruptedException {
        Process build = new ProcessBuilder(ROOT.resolve("src/build/site").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(build.getInputStream().readAllBytes());
        if (build.waitFor() != 0) {
            throw new IOException("src/build/site fails:\n" + output);
        }
        return new Site(ROOT.resolve("target/site"));
    }

    /**
     * @param path path of a page
     * @return its address
     */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /**
     * @return the paths of all pages, as links have them
     * @throws IOException if the folder cannot be read
     */
    public List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .map(file -> "/" + folder.relativize(file).toString().replaceFirst("(^|/)index\\.html$", "$1"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * @param path a path
     * @return whether the site has it
     */
    public boolean has(String path) {
        return Files.isRegularFile(file(path));
    }

    /** @return the paths that were asked for and are not there */
    public Set<String> missing() {
        return Set.copyOf(missing);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Path file(String path) {
        Path file = folder.resolve(path.substring(1)).normalize();
        return Files.isDirectory(file) ? file.resolve("index.html") : file;
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean found = has(path);
            if (!found) {
                missing.add(path);
            }
            byte[] body = Files.readAllBytes(found ? file(path) : folder.resolve("404.html"));
            exchange.getResponseHeaders().set("Content-Type", found ? type(file(path)) : type(Path.of("404.html")));
            exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
            exchange.sendResponseHeaders(found ? FOUND : MISSING, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(Path file) {
        String name = file.toString();
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
