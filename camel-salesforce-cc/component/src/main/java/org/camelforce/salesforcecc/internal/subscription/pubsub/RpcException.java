package org.camelforce.salesforcecc.internal.subscription.pubsub;

import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.jspecify.annotations.Nullable;

/** An RPC that was rejected or cut. Its message is for display and shows no token. */
final class RpcException extends Exception {

    private static final long serialVersionUID = 1;
    private static final String ERROR_PREFIX = "sfdc.platform.eventbus.grpc.";
    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("error-code", Metadata.ASCII_STRING_MARSHALLER);

    private final Status.Code code;
    private final String errorCode;
    private final transient @Nullable String token;

    private RpcException(String message, Status status, String errorCode, @Nullable String token) {
        super(message, status.getCause());
        this.code = status.getCode();
        this.errorCode = errorCode;
        this.token = token;
    }

    static RpcException of(Status status, @Nullable Metadata trailers, @Nullable String token) {
        String found = trailers == null ? null : trailers.get(ERROR_CODE);
        String errorCode = found == null ? "" : found;
        StringBuilder text = new StringBuilder(status.getCode().name());
        if (status.getDescription() != null) {
            text.append(", ").append(OutsideText.said(OutsideText.without(status.getDescription(), token)));
        }
        if (!errorCode.isEmpty()) {
            text.append(" (")
                    .append(OutsideText.said(OutsideText.without(errorCode, token)))
                    .append(')');
        }
        return new RpcException(text.toString(), status, errorCode, token);
    }

    /** @return the RPC's failure inside of a future's */
    static Optional<RpcException> in(Throwable failure) {
        Throwable inner =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return inner instanceof RpcException rpc ? Optional.of(rpc) : Optional.empty();
    }

    Status.Code code() {
        return code;
    }

    /** @return whether the error code has this part, whatever Salesforce puts around it */
    boolean says(String part) {
        return errorCode.startsWith(ERROR_PREFIX) && errorCode.contains(part);
    }

    /** @return the token that the RPC was made with, null if it was not sent */
    @Nullable
    String token() {
        return token;
    }

    /** @return the token that the server rejected, empty if that was not the reason */
    Optional<String> rejectedToken() {
        boolean rejected = errorCode.isEmpty()
                ? code == Status.Code.UNAUTHENTICATED
                : says("service.auth.") || code == Status.Code.UNAUTHENTICATED;
        return rejected ? Optional.ofNullable(token) : Optional.empty();
    }

    /** @return whether the server has not been reached, or not to the end, rather than rejected the RPC */
    boolean isOfTheWay() {
        return code == Status.Code.UNAVAILABLE
                && errorCode.isEmpty()
                && failedLogin().isEmpty();
    }

    /** @return why there was no token to send, empty if there was one */
    Optional<LoginException> failedLogin() {
        return getCause() instanceof LoginException login ? Optional.of(login) : Optional.empty();
    }
}
