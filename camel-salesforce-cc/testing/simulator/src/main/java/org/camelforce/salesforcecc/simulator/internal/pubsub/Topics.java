package org.camelforce.salesforcecc.simulator.internal.pubsub;

import java.util.Optional;
import org.camelforce.salesforcecc.simulator.internal.streaming.ChangeEventConverter;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Which topics the org has: its platform events, and change events where they are captured. */
final class Topics {

    private static final String EVENT = "/event/";
    private static final String DATA = "/data/";

    private final PubSubOrg org;

    Topics(PubSubOrg org) {
        this.org = org;
    }

    /** @throws io.grpc.StatusRuntimeException if there is no such topic */
    Topic require(String name, String rpcId) {
        if (name.isBlank()) {
            throw PubSubError.NO_TOPIC.in(rpcId);
        }
        return find(name).orElseThrow(() -> PubSubError.TOPIC_NOT_FOUND.in(rpcId, org.id(), name));
    }

    private Optional<Topic> find(String name) {
        if (name.equals(ChangeEventConverter.ALL)) {
            return Optional.of(new Topic(name, "", false));
        }
        if (name.startsWith(EVENT)) {
            String type = name.substring(EVENT.length());
            return org.schema()
                    .find(type)
                    .filter(event -> event.kind() == SObjectDefinition.Kind.PLATFORM_EVENT)
                    .filter(event -> event.name().equals(type))
                    .map(event -> new Topic(name, type, true));
        }
        if (!name.startsWith(DATA)) {
            return Optional.empty();
        }
        String type = name.substring(DATA.length());
        return org.schema()
                .find(ChangeEventConverter.entityOf(type))
                .filter(object -> ChangeEventConverter.typeOf(object.name()).equals(type))
                .filter(object -> object.kind() != SObjectDefinition.Kind.LOG)
                .filter(object -> org.capturedEntities().test(object.name()))
                .map(object -> new Topic(name, type, false));
    }
}
