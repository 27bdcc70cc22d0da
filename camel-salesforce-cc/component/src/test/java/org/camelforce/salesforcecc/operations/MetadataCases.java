package org.camelforce.salesforcecc.operations;

import static org.apache.camel.component.salesforce.internal.OperationName.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;

/** What an org says of itself and its objects. */
final class MetadataCases {

    private static final Fault UNAVAILABLE = new Fault.Answer(
            503,
            "application/json;charset=UTF-8",
            "[{\"errorCode\":\"SERVER_UNAVAILABLE\",\"message\":\"The server is temporarily unavailable\"}]");

    private MetadataCases() {}

    static List<OperationCase> all() {
        return new Cases()
                .answered(GET_VERSIONS, "all", org -> org.send("getVersions", null), "62.0")
                .denied(
                        GET_VERSIONS,
                        "server unavailable",
                        org -> {
                            org.simulator().faults().inject(FaultPoint.REST_REQUEST, UNAVAILABLE, 1);
                            return org.send("getVersions", null);
                        },
                        "503",
                        "SERVER_UNAVAILABLE")
                .answered(GET_RESOURCES, "all", org -> org.send("getResources", null), "sobjects")
                .denied(
                        GET_RESOURCES,
                        "unknown version",
                        org -> org.send("getResources?" + Cases.UNKNOWN_VERSION, null),
                        "404")
                .answered(LIMITS, "all", org -> org.send("limits", null), "ailyApiRequests")
                .denied(LIMITS, "unknown version", org -> org.send("limits?" + Cases.UNKNOWN_VERSION, null), "404")
                .answered(GET_GLOBAL_OBJECTS, "all", org -> org.send("getGlobalObjects", null), "Account")
                .denied(
                        GET_GLOBAL_OBJECTS,
                        "unknown version",
                        org -> org.send("getGlobalObjects?" + Cases.UNKNOWN_VERSION, null),
                        "404")
                .answered(
                        GET_BASIC_INFO, "Account", org -> org.send("getBasicInfo?sObjectName=Account", null), "Account")
                .denied(
                        GET_BASIC_INFO,
                        "unknown object",
                        org -> org.send("getBasicInfo?sObjectName=Thing__c", null),
                        "404",
                        "NOT_FOUND")
                .answered(
                        GET_DESCRIPTION,
                        "Account",
                        org -> org.send("getDescription?sObjectName=Account", null),
                        "Legacy_Id__c")
                .denied(
                        GET_DESCRIPTION,
                        "unknown object",
                        org -> org.send("getDescription?sObjectName=Thing__c", null),
                        "404",
                        "NOT_FOUND")
                .answered(
                        GET_EVENT_SCHEMA,
                        "by name",
                        org -> org.send("getEventSchema?eventName=Order__e", null),
                        "Number__c")
                .answered(
                        GET_EVENT_SCHEMA,
                        "by id",
                        org -> {
                            JsonNode schema = org.prepare("getEventSchema?eventName=Order__e", null);
                            return org.send(
                                    "getEventSchema?eventSchemaFormat=COMPACT&eventSchemaId="
                                            + schema.path("uuid").asText(),
                                    null);
                        },
                        "Number__c")
                .denied(
                        GET_EVENT_SCHEMA,
                        "unknown event",
                        org -> org.send("getEventSchema?eventName=Nothing__e", null),
                        "404",
                        "NOT_FOUND")
                .all();
    }
}
