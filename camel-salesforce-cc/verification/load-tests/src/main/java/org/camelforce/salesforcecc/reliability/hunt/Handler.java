package org.camelforce.salesforcecc.reliability.hunt;

import java.util.Base64;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.SalesforceConstants;
import org.apache.camel.spi.ExceptionHandler;
import org.camelforce.salesforcecc.reliability.recording.ReplayNumber;
import org.jspecify.annotations.Nullable;

/** A user's exception handler, which throws when it is told to. */
final class Handler implements ExceptionHandler {

    private final Spec spec;
    private final Account account;
    private final Chaos chaos;

    Handler(Spec spec, Account account, Chaos chaos) {
        this.spec = spec;
        this.account = account;
        this.chaos = chaos;
    }

    @Override
    public void handleException(Throwable exception) {
        chaos.passUnchecked(Chaos.Point.EXCEPTION_HANDLER);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        chaos.passUnchecked(Chaos.Point.EXCEPTION_HANDLER);
    }

    @Override
    public void handleException(String message, @Nullable Exchange exchange, Throwable exception) {
        if (exchange != null && spec.poison()) {
            String id = exchange.getMessage()
                    .getHeader(SalesforceConstants.HEADER_SALESFORCE_PUBSUB_REPLAY_ID, String.class);
            if (id == null) {
                account.doneOldest();
            } else {
                account.doneWith(ReplayNumber.of(Base64.getDecoder().decode(id)));
            }
        }
        chaos.passUnchecked(Chaos.Point.EXCEPTION_HANDLER);
    }
}
