package org.camelforce.salesforcecc.simulator.internal.data;

import java.util.List;

/** The outcomes of an upsert that succeeds (REST API Developer Guide, "Insert or Update (Upsert) a Record"). */
public sealed interface Upserted {

    /**
     * No record had the value; one was created.
     *
     * @param id its id
     */
    record Created(String id) implements Upserted {}

    /**
     * One record had the value and was updated.
     *
     * @param id its id
     */
    record Updated(String id) implements Upserted {}

    /**
     * Several records have the value; nothing was changed.
     *
     * @param ids their ids
     */
    record Ambiguous(List<String> ids) implements Upserted {}
}
