package org.camelforce.salesforcecc.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.SimpleTypeConverter;
import org.jspecify.annotations.Nullable;

/** Converts the body of an answer to text, bytes and JSON without the buffers that Camel takes for any stream. */
public final class AnswerBodyConverters {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerBodyConverters() {}

    /** @param registry of a context, which may have them already */
    public static void addTo(TypeConverterRegistry registry) {
        add(registry, String.class, (type, exchange, value) -> ((AnswerBody) value).toText(charset(exchange)));
        add(registry, byte[].class, (type, exchange, value) -> ((AnswerBody) value).toBytes());
        add(registry, JsonNode.class, (type, exchange, value) -> json((AnswerBody) value));
    }

    private static void add(TypeConverterRegistry registry, Class<?> to, SimpleTypeConverter.ConversionMethod method) {
        if (registry.lookup(to, AnswerBody.class) instanceof Converter) {
            return;
        }
        registry.addTypeConverter(to, AnswerBody.class, new Converter(method));
    }

    private static Charset charset(@Nullable Exchange exchange) {
        return exchange == null ? StandardCharsets.UTF_8 : ExchangeHelper.getCharset(exchange, true);
    }

    private static JsonNode json(AnswerBody body) {
        try {
            return JSON.readTree(body.toBytes());
        } catch (IOException e) {
            throw new TypeConversionException(body, JsonNode.class, e);
        }
    }

    /** Of its own type, so that it is known again. */
    private static final class Converter extends SimpleTypeConverter {

        Converter(ConversionMethod method) {
            super(false, method);
        }
    }
}
