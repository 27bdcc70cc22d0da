package org.camelforce.salesforcecc.internal.operation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.camel.component.salesforce.api.NoSuchSObjectException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.SalesforceMultipleChoicesException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.camelforce.salesforcecc.internal.request.AnswerBody;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** What an answer with an error means (REST API Developer Guide, "Status Codes and Error Responses"). */
public final class RequestErrors {

    /** What to do about a request that is longer than Salesforce takes, as a sentence. */
    public static final String WAY_OUT_OF_LONG_URLS =
            "The URL of a request and its headers can have 16,384 bytes together. Ask for less at once, or run a long"
                    + " query as a job of Bulk API 2.0, operation bulk2CreateQueryJob";

    private static final ObjectMapper JSON = JsonUtils.createObjectMapper();
    private static final TypeReference<List<@Nullable RestError>> ERRORS = new TypeReference<>() {};
    private static final TypeReference<List<String>> CHOICES = new TypeReference<>() {};
    private static final int MULTIPLE_CHOICES = 300;
    private static final int NOT_FOUND = 404;
    private static final int URI_TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;

    /** A page of a gateway may have megabytes; the exception has the whole one beside its message. */
    private static final int MAX_DETAILS = 10_000;

    private RequestErrors() {}

    /**
     * @param answer with errors in JSON, or with anything else
     * @return an exception with status, errors and body
     */
    public static SalesforceException ofJson(ApiAnswer answer) {
        AnswerBody body = answer.body();
        if (body == null) {
            return new SalesforceException(message(answer, ""), answer.status());
        }
        String text = body.wholeText(StandardCharsets.UTF_8);
        if (answer.status() == MULTIPLE_CHOICES) {
            List<String> choices = read(text, CHOICES);
            if (choices != null) {
                return new SalesforceMultipleChoicesException(reason(answer), MULTIPLE_CHOICES, choices);
            }
        }
        List<RestError> errors = errors(text);
        if (answer.status() == NOT_FOUND) {
            return new NoSuchSObjectException(errors);
        }
        return withContent(answer, errors);
    }

    /**
     * @param answer of any resource, with errors in JSON or with anything else
     * @return an exception with status, errors and body, whatever the status is
     */
    public static SalesforceException ofAny(ApiAnswer answer) {
        AnswerBody body = answer.body();
        return withContent(answer, body == null ? null : errors(body.wholeText(StandardCharsets.UTF_8)));
    }

    /**
     * @param answer with a body
     * @param errors what the body says, null if it could not be read
     * @return an exception with status, errors and body
     */
    public static SalesforceException withContent(ApiAnswer answer, @Nullable List<RestError> errors) {
        AnswerBody body = answer.body();
        String text = body == null ? "" : body.wholeText(StandardCharsets.UTF_8);
        InputStream content = body == null ? null : new AnswerBody(text.getBytes(StandardCharsets.UTF_8));
        return new SalesforceException(errors, answer.status(), message(answer, text), content);
    }

    /**
     * @param answer with errors in JSON, or with anything else
     * @return an exception with status and errors, and without the body
     */
    public static SalesforceException ofBulk(ApiAnswer answer) {
        AnswerBody body = answer.body();
        return ofBulk(answer, body == null ? null : errors(body.wholeText(StandardCharsets.UTF_8)));
    }

    /**
     * @param answer with errors in any format
     * @param errors what the body says, null if it could not be read
     * @return an exception with status and errors, and without the body
     */
    public static SalesforceException ofBulk(ApiAnswer answer, @Nullable List<RestError> errors) {
        AnswerBody body = answer.body();
        String text = body == null ? "" : body.wholeText(StandardCharsets.UTF_8);
        return new SalesforceException(errors, answer.status(), message(answer, text));
    }

    /**
     * @param answer whatever its status
     * @param details what it says, empty if nothing
     * @return a sentence that names the operation and the status
     */
    public static String message(ApiAnswer answer, String details) {
        String sentence = "Salesforce answered the request of "
                + answer.request().name() + " with status " + answer.status() + " (" + reason(answer) + ")"
                + (answer.attempts() > 1 ? " after " + answer.attempts() + " attempts" : "");
        String whole = details.isEmpty() ? sentence : sentence + ": " + OutsideText.cutAtWord(details, MAX_DETAILS);
        return answer.status() == URI_TOO_LONG || answer.status() == HEADERS_TOO_LARGE
                ? whole + ". " + WAY_OUT_OF_LONG_URLS
                : whole;
    }

    private static String reason(ApiAnswer answer) {
        String reason = answer.reason();
        return reason == null || reason.isEmpty() ? HttpStatus.getMessage(answer.status()) : reason;
    }

    private static @Nullable List<RestError> errors(String text) {
        List<@Nullable RestError> errors = read(text, ERRORS);
        return errors == null ? null : withoutNulls(errors);
    }

    /**
     * @param errors of an answer, which may have what is none
     * @return those that are
     */
    public static List<RestError> withoutNulls(List<@Nullable RestError> errors) {
        return errors.stream().filter(Objects::nonNull).toList();
    }

    private static <T> @Nullable T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (IOException e) {
            // an answer of an application or a gateway
            return null;
        }
    }
}
