package org.camelforce.salesforcecc.internal.operation.query;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.FurtherRequests;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * The records of a query, one by one. It holds one page, and asks for the next one on the thread that wants its
 * records. {@link #next()} throws a {@link RuntimeCamelException} with the {@link SalesforceException} as its cause if
 * a page cannot be had; called once more, it asks again. Not for use by several threads at once.
 */
final class RecordIterator implements Iterator<Object> {

    private final ApiRequest first;
    private final PageReader reader;
    private final FurtherRequests further;
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
     */
    RecordIterator(ApiRequest first, Page page, PageReader reader, FurtherRequests further) {
        this.first = first;
        this.reader = reader;
        this.further = further;
        this.records = page.records().iterator();
        this.next = page.next();
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
        Page page = further.ask(first.withTarget(url), answer -> Page.of(reader.read(answer)));
        requireProgress(url, page);
        return page;
    }
}
