package org.camelforce.salesforcecc.operations;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.camelforce.salesforcecc.operations.OperationCase.Call;
import org.camelforce.salesforcecc.operations.OperationCase.Form;
import org.camelforce.salesforcecc.operations.OperationCase.Result;

/** The cases of one API, which share an org for each component. */
final class Cases {

    /** An API version that no org has. */
    static final String UNKNOWN_VERSION = "apiVersion=99.0";

    private final List<OperationCase> all = new ArrayList<>();

    /** Adds a call that is answered, in both forms. */
    Cases answered(OperationName operation, String title, Call call, String... expected) {
        return both(operation, Result.ANSWERED, title, call, expected);
    }

    /** Adds a call that is denied, in both forms. */
    Cases denied(OperationName operation, String title, Call call, String... expected) {
        return both(operation, Result.DENIED, title, call, expected);
    }

    /** Adds a call in one form. */
    Cases add(Form form, OperationName operation, Result result, String title, Call call, String... expected) {
        all.add(new OperationCase(operation, form, result, title, call, List.of(expected)));
        return this;
    }

    List<OperationCase> all() {
        return all;
    }

    private Cases both(OperationName operation, Result result, String title, Call call, String... expected) {
        for (Form form : Form.values()) {
            add(form, operation, result, title, call, expected);
        }
        return this;
    }
}
