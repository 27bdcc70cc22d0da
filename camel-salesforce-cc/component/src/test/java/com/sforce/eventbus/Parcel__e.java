package com.sforce.eventbus;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/** What Avro's generator makes of the event, as far as reading needs it. */
public final class Parcel__e extends SpecificRecordBase {

    public static final Schema SCHEMA$ = new Schema.Parser()
            .parse("{\"type\":\"record\",\"name\":\"Parcel__e\",\"namespace\":\"com.sforce.eventbus\",\"fields\":["
                    + "{\"name\":\"CreatedDate\",\"type\":\"long\"},"
                    + "{\"name\":\"CreatedById\",\"type\":\"string\"},"
                    + "{\"name\":\"Number__c\",\"type\":[\"null\",\"string\"],\"default\":null}]}");

    private static final long serialVersionUID = 1;

    private final transient Object[] values = new Object[3];

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public Object get(int field) {
        return values[field];
    }

    @Override
    public void put(int field, Object value) {
        values[field] = value;
    }
}
