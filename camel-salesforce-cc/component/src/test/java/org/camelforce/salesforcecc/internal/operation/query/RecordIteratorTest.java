package org.camelforce.salesforcecc.internal.operation.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.FurtherRequests;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The records of all pages, or an exception, and never an end before that of the query. */
class RecordIteratorTest {

    private static final String NEXT = "/services/data/v62.0/query/01g-1";

    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    @Test
    void f5IteratorWhenPagesComeThenTheRecordsOfAll() {
        answers.add(page(NEXT + "0", "c"));
        answers.add(page(null, "d"));
        RecordIterator records = iterator(page(NEXT, "a", "b"));

        assertThat(records).toIterable().containsExactly("a", "b", "c", "d");
        assertThat(asked).containsExactly(NEXT, NEXT + "0");
        assertThatThrownBy(records::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void f5IteratorWhenAPageHasNoRecordsThenItGoesOn() {
        answers.add(page(NEXT + "0"));
        answers.add(page(null, "b"));

        assertThat(iterator(page(NEXT, "a"))).toIterable().containsExactly("a", "b");
    }

    @Test
    void f5IteratorWhenTheLastPageHasNoRecordsThenItEnds() {
        answers.add(page(null));

        assertThat(iterator(page(NEXT, "a"))).toIterable().containsExactly("a");
    }

    @Test
    void f5IteratorWhenAPageFailsThenNextThrowsAndAsksAgainLater() {
        SalesforceException failure = new SalesforceException("no", 503);
        answers.add(failure);
        answers.add(page(null, "b"));
        RecordIterator records = iterator(page(NEXT, "a"));

        assertThat(records.next()).isEqualTo("a");
        assertThat(records.hasNext()).isTrue();
        assertThatThrownBy(records::next)
                .isInstanceOf(RuntimeCamelException.class)
                .hasCause(failure);
        assertThat(records).toIterable().containsExactly("b");
    }

    @Test
    void f5IteratorWhenTheClientThrowsThenNextThrowsIt() {
        answers.add(new IllegalStateException("stopped"));
        RecordIterator records = iterator(page(NEXT));

        assertThat(records.hasNext()).isTrue();
        assertThatThrownBy(records::next).hasMessage("stopped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@127.0.0.2/x", "http://127.0.0.2" + NEXT, "/services/data/v62.0/sobjects/User/005"})
    void f2IteratorWhenTheNextPageIsElsewhereThenNothingIsAsked(String url) {
        RecordIterator records = iterator(page(url));

        assertThatThrownBy(records::next).hasMessageContaining("nextRecordsUrl");
        assertThat(asked).isEmpty();
    }

    @Test
    void f5PageWhenItDoesNotSayThatItIsTheLastThenItNeedsAnAddress() {
        assertThatThrownBy(() -> Page.of(Map.of("records", List.of(), "done", false)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nextRecordsUrl");
        assertThatThrownBy(() -> Page.of(Map.of("records", List.of())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("done");
        assertThatThrownBy(() -> Page.of(Map.of("done", true)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("records");
    }

    @Test
    void f5IteratorWhenItReadsAheadThenEachPageIsAskedForWithTheOneBefore() {
        answers.add(page(NEXT + "0", "c"));
        answers.add(page(null, "d"));
        RecordIterator records = ahead(page(NEXT, "a", "b"));

        assertThat(asked).containsExactly(NEXT);
        records.next();
        records.next();
        assertThat(asked).containsExactly(NEXT);
        assertThat(records.next()).isEqualTo("c");
        assertThat(asked).containsExactly(NEXT, NEXT + "0");
        assertThat(records).toIterable().containsExactly("d");
        assertThat(asked).hasSize(2);
    }

    @Test
    void f5IteratorWhenAPageThatItHasAskedForAheadFailsThenNextThrowsAtItsRecordAndAsksAgainLater() {
        SalesforceException failure = new SalesforceException("no", 503);
        answers.add(failure);
        answers.add(page(null, "c"));
        RecordIterator records = ahead(page(NEXT, "a", "b"));

        assertThat(records.next()).isEqualTo("a");
        assertThat(records.next()).isEqualTo("b");
        assertThat(records.hasNext()).isTrue();
        assertThatThrownBy(records::next)
                .isInstanceOf(RuntimeCamelException.class)
                .hasCause(failure);
        assertThat(records).toIterable().containsExactly("c");
        assertThat(asked).containsExactly(NEXT, NEXT);
    }

    @Test
    void f2IteratorWhenItReadsAheadAndTheNextPageIsElsewhereThenNothingIsAsked() {
        RecordIterator records = ahead(page("/services/data/v62.0/sobjects/User/005", "a"));

        assertThat(records.next()).isEqualTo("a");
        assertThatThrownBy(records::next).hasMessageContaining("nextRecordsUrl");
        assertThat(asked).isEmpty();
    }

    @Test
    void f5IteratorWhenItReadsAheadAndPagesGoInCirclesThenItThrows() {
        answers.add(page(NEXT, "b"));
        RecordIterator records = ahead(page(NEXT, "a"));

        assertThat(records.next()).isEqualTo("a");
        assertThatThrownBy(records::next).hasMessageContaining("have no end");
    }

    @Test
    void iteratorWhenItIsClosedThenThePageAheadIsDroppedAndTheOthersAreAskedForWhenTheyAreWanted() {
        answers.add(page(NEXT + "0", "b"));
        answers.add(page(null, "c"));
        RecordIterator records = ahead(page(NEXT, "a"));
        records.close();

        assertThat(dropped).containsExactly(NEXT);
        assertThat(records.next()).isEqualTo("a");
        assertThat(records.next()).isEqualTo("b");
        assertThat(asked).containsExactly(NEXT, NEXT);
        assertThat(records).toIterable().containsExactly("c");
        assertThat(dropped).hasSize(1);
    }

    private RecordIterator iterator(Page first) {
        return iterator(first, false);
    }

    private RecordIterator ahead(Page first) {
        return iterator(first, true);
    }

    private RecordIterator iterator(Page first, boolean readsAhead) {
        ApiRequest request = new ApiRequest.Builder("query", "GET", "/services/data/v62.0/query/?q=x").build();
        FurtherRequests further = new FurtherRequests() {
            @Override
            public <T> Begun<T> begin(ApiRequest next, Reader<T> reader) {
                asked.add(next.target());
                return new FakeRequest<>(next.target());
            }
        };
        return new RecordIterator(request, first, new PageReader(null, null), further, readsAhead);
    }

    private final class FakeRequest<T> implements FurtherRequests.Begun<T> {

        private final String target;

        FakeRequest(String target) {
            this.target = target;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T await() throws SalesforceException {
            Object answer = answers.remove();
            if (answer instanceof SalesforceException failure) {
                throw failure;
            }
            if (answer instanceof RuntimeException failure) {
                throw failure;
            }
            return (T) answer;
        }

        @Override
        public void drop() {
            dropped.add(target);
        }
    }

    private static Page page(String next, Object... records) {
        return new Page(Arrays.asList(records), records.length, next);
    }
}
