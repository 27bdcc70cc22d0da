package org.camelforce.salesforcecc.internal.operation.query;

import java.io.Closeable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.FurtherRequests;
import org.camelforce.salesforcecc.internal.operation.FurtherRequests.Begun;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * The records of a query, one by one. It holds one page, and asks for the next one on the thread that wants its
 * records; if it reads ahead, it asks for the next one when it begins a page, and waits for it when its records are
 * wanted. {@link #next()} throws a {@link RuntimeCamelException} with the {@link SalesforceException} as its cause if a
 * page cannot be had; called once more, it asks again. Not for use by several threads at once; it may be closed by
 * another thread.
 */
final class RecordIterator implements Iterator<Object>, Closeable {

    private final ApiRequest first;
    private final PageReader reader;
    private final FurtherRequests further;
    private final boolean readsAhead;
    private final AtomicReference<@Nullable Begun<Page>> ahead = new AtomicReference<>();
    private volatile boolean isClosed;
    private Iterator<?> records;
    private @Nullable String next;
    private @Nullable RuntimeException failure;
    private @Nullable String earlier;
    private long pages;

    /**
     * @param first what was asked for the first page
     * @param page the first page
     * @param reader reads further ones
     * @param further asks for them
     * @param readsAhead whether a page is asked for before its records are wanted
     */
    RecordIterator(ApiRequest first, Page page, PageReader reader, FurtherRequests further, boolean readsAhead) {
        this.first = first;
        this.reader = reader;
        this.further = further;
        this.readsAhead = readsAhead;
        this.records = page.records().iterator();
        this.next = page.next();
        readAhead();
    }

    /** Does not throw, because Camel calls it before it goes on with the record that {@link #next()} has returned. */
    @Override
    public boolean hasNext() {
        while (!records.hasNext() && next != null && failure == null) {
            try {
                turnTo(page(next));
            } catch (SalesforceException e) {
                failure = new RuntimeCamelException(e.getMessage(), e);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        return records.hasNext() || failure != null;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (failure != null) {
            RuntimeException thrown = failure;
            failure = null;
            throw thrown;
        }
        return records.next();
    }

    private void turnTo(Page page) {
        records = page.records().iterator();
        next = page.next();
        readAhead();
    }

    /** Whatever goes wrong, it is told when the page is wanted. */
    private void readAhead() {
        if (readsAhead && !isClosed && next != null && NextRecordsUrl.isOne(next)) {
            ahead.set(begun(next));
            if (isClosed) {
                dropAhead();
            }
        }
    }

    private Begun<Page> begun(String url) {
        return further.begin(first.withTarget(url), answer -> Page.of(reader.read(answer)));
    }

    /** Lets go what has been asked for ahead. Records that are still wanted come without reading ahead. */
    @Override
    public void close() {
        isClosed = true;
        dropAhead();
    }

    private void dropAhead() {
        Begun<Page> unwanted = ahead.getAndSet(null);
        if (unwanted != null) {
            unwanted.drop();
        }
    }

    /**
     * Pages that go in circles have no end. The page that others are compared with is another one after 1, 2, 4, 8 and
     * so on, so that a circle of any length is found, and one address is enough to remember (Brent's algorithm).
     */
    private void requireProgress(String url, Page page) throws SalesforceException {
        pages++;
        if (Long.bitCount(pages) == 1) {
            earlier = url;
        }
        if (page.next() != null && page.next().equals(earlier)) {
            throw new SalesforceException(
                    "The pages of " + first.name() + " have no end: nextRecordsUrl of the org's answer is " + earlier
                            + " once more",
                    0);
        }
    }

    private Page page(String url) throws SalesforceException {
        if (!NextRecordsUrl.isOne(url)) {
            throw new RequestRefusedException("The request of " + first.name()
                    + " was not sent: nextRecordsUrl of the org's answer must be " + NextRecordsUrl.DESCRIPTION);
        }
        Begun<Page> asked = ahead.getAndSet(null);
        Page page = (asked == null ? begun(url) : asked).await();
        requireProgress(url, page);
        return page;
    }
}
