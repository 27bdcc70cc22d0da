package org.camelforce.salesforcecc.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.token.SalesforceLogin;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenEventListener;
import org.camelforce.salesforcecc.token.TokenStatus;

/**
 * A login that components may share, as one of them gives it to its user: its listeners end with that component. Safe
 * for use by several threads.
 */
final class ComponentLogin implements SalesforceLogin, AutoCloseable {

    private final SalesforceLogin shared;
    private final List<TokenEventListener> listeners = new ArrayList<>();
    private boolean closed;

    ComponentLogin(SalesforceLogin shared) {
        this.shared = shared;
    }

    @Override
    public TokenStatus status() {
        return shared.status();
    }

    @Override
    public CompletableFuture<TokenEntry> renewNow() {
        return shared.renewNow();
    }

    @Override
    public void forget() {
        shared.forget();
    }

    @Override
    public synchronized void addEventListener(TokenEventListener listener) {
        if (!closed) {
            listeners.add(listener);
            shared.addEventListener(listener);
        }
    }

    @Override
    public synchronized void removeEventListener(TokenEventListener listener) {
        if (listeners.remove(listener)) {
            shared.removeEventListener(listener);
        }
    }

    /** Removes its listeners, and adds none any more. */
    @Override
    public synchronized void close() {
        closed = true;
        listeners.forEach(shared::removeEventListener);
        listeners.clear();
    }
}
