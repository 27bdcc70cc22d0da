package org.camelforce.salesforcecc.interop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The access tokens that were handed out, oldest first. */
final class TokenGrants {

    private final List<String> values = new CopyOnWriteArrayList<>();

    void add(String value) {
        values.add(value);
    }

    List<String> values() {
        return List.copyOf(values);
    }

    String last() {
        return values.get(values.size() - 1);
    }
}
