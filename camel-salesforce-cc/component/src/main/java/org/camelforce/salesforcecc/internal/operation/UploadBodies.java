package org.camelforce.salesforcecc.internal.operation;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.support.PluginHelper;
import org.camelforce.salesforcecc.internal.request.BufferBody;
import org.camelforce.salesforcecc.internal.request.BytesBody;
import org.camelforce.salesforcecc.internal.request.CachedBody;
import org.camelforce.salesforcecc.internal.request.FileBody;
import org.camelforce.salesforcecc.internal.request.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Makes bodies of requests of a route's data. What can be read again is sent from where it is: a file, a buffer, and
 * what Camel has cached. Other streams are read into memory, up to option {@code maxBufferedUpload}, because a request
 * whose token is rejected is sent a second time.
 */
public final class UploadBodies {

    /** The property of an exchange that has the stream that was read last. */
    private static final String READ = "CamelSalesforceReadStream";

    private static final int BUFFER_CHARS = 8_192;

    private UploadBodies() {}

    /**
     * @param parameters whose message has a body: a file, text, bytes or a stream
     * @param contentType its media type
     * @return the body to send
     * @throws SalesforceException if it cannot be read, or is too large to be read into memory
     */
    public static RequestBody of(OperationParameters parameters, String contentType) throws SalesforceException {
        RequestBody found = find(parameters, contentType);
        if (found == null) {
            Object body = parameters.message().getBody();
            throw parameters.denied("the body must be a file, text, bytes or a stream, but is "
                    + (body == null ? "null" : body.getClass().getName()));
        }
        return found;
    }

    /**
     * @param parameters whose message may have a body: a file, text, bytes or a stream
     * @param contentType its media type
     * @return the body to send, null if the message has none or another one
     * @throws SalesforceException if it cannot be read, or is too large to be read into memory
     */
    public static @Nullable RequestBody find(OperationParameters parameters, String contentType)
            throws SalesforceException {
        return find(parameters, contentType, StandardCharsets.UTF_8);
    }

    /**
     * @param parameters whose message may have a body: a file, text, bytes or a stream
     * @param contentType its media type
     * @param charset what characters are sent in
     * @return the body to send, null if the message has none or another one
     * @throws SalesforceException if it cannot be read, or is too large to be read into memory
     */
    public static @Nullable RequestBody find(OperationParameters parameters, String contentType, Charset charset)
            throws SalesforceException {
        Object body = parameters.message().getBody();
        if (body instanceof byte[] bytes) {
            return new BytesBody(contentType, bytes);
        }
        if (body instanceof CharSequence text) {
            return new BytesBody(contentType, text.toString().getBytes(charset));
        }
        if (body instanceof ByteBuffer buffer) {
            return new BufferBody(contentType, buffer);
        }
        Path file = file(parameters, body);
        if (file != null) {
            return ofFile(parameters, contentType, file);
        }
        Reader reader = reader(parameters, body);
        if (reader != null) {
            return ofReader(parameters, contentType, reader, charset);
        }
        InputStream stream =
                body instanceof InputStream own ? own : parameters.message().getBody(InputStream.class);
        return stream == null ? null : ofStream(parameters, contentType, stream);
    }

    /**
     * @param parameters of the request
     * @param contentType its media type
     * @param stream is read and closed, unless Camel has cached it
     * @return the body to send
     * @throws SalesforceException if it cannot be read, or is too large to be read into memory
     */
    public static RequestBody ofStream(OperationParameters parameters, String contentType, InputStream stream)
            throws SalesforceException {
        try {
            return stream instanceof StreamCache
                    ? new CachedBody(contentType, stream)
                    : new BytesBody(contentType, allOf(parameters, stream));
        } catch (IOException | RuntimeException | LinkageError e) {
            throw unreadable(parameters, e);
        }
    }

    private static RequestBody ofFile(OperationParameters parameters, String contentType, Path file)
            throws SalesforceException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw unreadable(parameters, new IOException("File " + file + " does not exist or is not readable"));
        }
        return new FileBody(contentType, file);
    }

    private static byte[] allOf(OperationParameters parameters, InputStream stream)
            throws IOException, SalesforceException {
        int maxBytes = maxBytes(parameters);
        try (stream) {
            byte[] bytes = stream.readNBytes(maxBytes);
            if (bytes.length == maxBytes && stream.read() >= 0) {
                throw tooLarge(parameters);
            }
            requireUnread(parameters, stream, bytes.length);
            return bytes;
        }
    }

    /** Camel delivers an exchange again with the same stream, which may be at its end. */
    private static void requireUnread(OperationParameters parameters, InputStream stream, int bytes)
            throws SalesforceException {
        if (bytes == 0 && parameters.exchange().getProperty(READ) == stream) {
            throw parameters.denied(
                    "an earlier delivery of the exchange has read the stream in the body. Let Camel cache"
                            + " it, with streamCache of the route, or send a file");
        }
        parameters.exchange().setProperty(READ, stream);
    }

    private static int maxBytes(OperationParameters parameters) {
        return parameters.settings().streams().maxBufferedUpload();
    }

    private static SalesforceException tooLarge(OperationParameters parameters) {
        return parameters.denied("the body is a stream of more than " + maxBytes(parameters)
                + " bytes, which cannot be read a second time. Send a file, or set option maxBufferedUpload to"
                + " a larger number");
    }

    /** Characters, and a file that is in another charset; null for anything else. */
    private static @Nullable Reader reader(OperationParameters parameters, @Nullable Object body) {
        if (body instanceof Reader own) {
            return own;
        }
        return body instanceof WrappedFile<?> file && isConverted(parameters, file)
                ? parameters.message().getBody(Reader.class)
                : null;
    }

    private static RequestBody ofReader(
            OperationParameters parameters, String contentType, Reader reader, Charset charset)
            throws SalesforceException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        char[] part = new char[BUFFER_CHARS];
        try (reader;
                Writer encoding = new OutputStreamWriter(bytes, charset)) {
            if (reader instanceof StreamCache cache) {
                cache.reset();
            }
            for (int count = reader.read(part); count >= 0; count = reader.read(part)) {
                encoding.write(part, 0, count);
                encoding.flush();
                if (bytes.size() > maxBytes(parameters)) {
                    throw tooLarge(parameters);
                }
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            throw unreadable(parameters, e);
        }
        return new BytesBody(contentType, bytes.toByteArray());
    }

    /** Where the body is on disk; null if it is not, or has to be converted on the way. */
    private static @Nullable Path file(OperationParameters parameters, @Nullable Object body) {
        if (body instanceof WrappedFile<?> wrapped) {
            if (isConverted(parameters, wrapped)) {
                return null;
            }
            // of a remote server, if it has been loaded into a local folder
            Path local = path(wrapped.getBody());
            return local == null ? path(wrapped.getFile()) : local;
        }
        return path(body);
    }

    private static @Nullable Path path(@Nullable Object file) {
        if (file instanceof File old) {
            return old.toPath();
        }
        return file instanceof Path path ? path : null;
    }

    /** Option {@code charset} of Camel's file component says that the content is not in UTF-8. */
    private static boolean isConverted(OperationParameters parameters, WrappedFile<?> file) {
        Object charset = PluginHelper.getBeanIntrospection(parameters.settings().context())
                .getOrElseProperty(file, "charset", null, false);
        return charset != null && !"UTF-8".equalsIgnoreCase(charset.toString());
    }

    private static SalesforceException unreadable(OperationParameters parameters, Throwable reason) {
        return new SalesforceException(
                "The request of " + parameters.settings().operation() + " was not sent: the body cannot be read: "
                        + reason,
                reason);
    }
}
