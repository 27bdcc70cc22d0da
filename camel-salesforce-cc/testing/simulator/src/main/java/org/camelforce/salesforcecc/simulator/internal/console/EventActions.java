package org.camelforce.salesforcecc.simulator.internal.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camelforce.salesforcecc.simulator.internal.data.EventPayload;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Publishes platform events for people. */
final class EventActions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConsoleOrg org;

    EventActions(ConsoleOrg org) {
        this.org = org;
    }

    /** @return what to tell the person */
    String publish(JsonNode arguments) {
        SObjectDefinition event = org.schema()
                .find(arguments.path("type").asText(""))
                .filter(found -> found.kind() == SObjectDefinition.Kind.PLATFORM_EVENT)
                .orElseThrow(() -> new IllegalArgumentException("Choose a platform event."));
        try {
            ObjectNode payload = EventPayload.checked(event, fields(arguments));
            String userId = org.app()
                    .runAsUsername()
                    .flatMap(org.org()::user)
                    .map(User::id)
                    .orElse("");
            org.events().publishPlatformEvent(event.name(), payload, userId);
        } catch (ApiException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return "An event was published on /event/" + event.name() + ".";
    }

    /** Tells the platform events of the org, with the names of the fields that one can set. */
    static void write(ConsoleOrg org, ArrayNode target) {
        org.schema().objects().stream()
                .filter(object -> object.kind() == SObjectDefinition.Kind.PLATFORM_EVENT)
                .forEach(event -> {
                    ArrayNode fields =
                            target.addObject().put("name", event.name()).putArray("fields");
                    event.fields().stream()
                            .filter(FieldDefinition::createable)
                            .map(FieldDefinition::name)
                            .forEach(fields::add);
                });
    }

    private static ObjectNode fields(JsonNode arguments) {
        try {
            if (JSON.readTree(arguments.path("fields").asText("")) instanceof ObjectNode fields) {
                return fields;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The fields are not JSON.", e);
        }
        throw new IllegalArgumentException("The fields must be a JSON object.");
    }
}
