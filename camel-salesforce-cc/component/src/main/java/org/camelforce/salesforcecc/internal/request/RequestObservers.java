package org.camelforce.salesforcecc.internal.request;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several observers. What one of them throws concerns neither the request nor the others. Thread-safe. */
public final class RequestObservers implements RequestObserver {

    private static final Logger LOG = LoggerFactory.getLogger(RequestObservers.class);

    private final List<RequestObserver> observers = new CopyOnWriteArrayList<>();

    /** @param observer is told of all requests from now on */
    public void add(RequestObserver observer) {
        observers.add(observer);
    }

    /** @param observer is told of no more requests, but of the end of those under way */
    public void remove(RequestObserver observer) {
        observers.remove(observer);
    }

    @Override
    public RequestEnd begun(ApiRequest request) {
        RequestEnd all = RequestEnd.UNWATCHED;
        for (RequestObserver observer : observers) {
            RequestEnd one = begun(observer, request);
            if (one != RequestEnd.UNWATCHED) {
                all = all == RequestEnd.UNWATCHED ? guarded(one) : both(all, guarded(one));
            }
        }
        return all;
    }

    @Override
    public void replayed() {
        tell(RequestObserver::replayed);
    }

    @Override
    public void retried(RetryReason reason) {
        tell(observer -> observer.retried(reason));
    }

    @Override
    public void answered(HttpFields headers) {
        tell(observer -> observer.answered(headers));
    }

    private void tell(Consumer<RequestObserver> news) {
        for (RequestObserver observer : observers) {
            try {
                news.accept(observer);
            } catch (RuntimeException e) {
                lost(e);
            }
        }
    }

    private static RequestEnd begun(RequestObserver observer, ApiRequest request) {
        try {
            return observer.begun(request);
        } catch (RuntimeException e) {
            lost(e);
            return RequestEnd.UNWATCHED;
        }
    }

    private static RequestEnd guarded(RequestEnd end) {
        return ended -> {
            try {
                end.ended(ended);
            } catch (RuntimeException e) {
                lost(e);
            }
        };
    }

    private static RequestEnd both(RequestEnd first, RequestEnd second) {
        return ended -> {
            first.ended(ended);
            second.ended(ended);
        };
    }

    private static void lost(RuntimeException failure) {
        LOG.debug("A signal of a request is lost", failure);
    }
}
