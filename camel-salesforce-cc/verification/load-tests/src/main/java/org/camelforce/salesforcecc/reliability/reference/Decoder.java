package org.camelforce.salesforcecc.reliability.reference;

import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.PubSubGrpc.PubSubBlockingStub;
import com.salesforce.eventbus.protobuf.SchemaRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/** Reads the id of an event, and asks the org for its schema first if need be. For one thread. */
final class Decoder {

    private static final int SECONDS = 10;

    private final Map<String, Schema> schemas = new HashMap<>();

    /** @throws IOException if it cannot be decoded; gRPC's exceptions if the schema cannot be had */
    String id(ProducerEvent event, PubSubBlockingStub stub) throws IOException {
        Schema schema = schemas.get(event.getSchemaId());
        if (schema == null) {
            SchemaRequest request =
                    SchemaRequest.newBuilder().setSchemaId(event.getSchemaId()).build();
            schema = new Schema.Parser()
                    .parse(stub.withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                            .getSchema(request)
                            .getSchemaJson());
            schemas.put(event.getSchemaId(), schema);
        }
        byte[] payload = event.getPayload().toByteArray();
        return new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(payload, null))
                .get("Id__c")
                .toString();
    }
}
