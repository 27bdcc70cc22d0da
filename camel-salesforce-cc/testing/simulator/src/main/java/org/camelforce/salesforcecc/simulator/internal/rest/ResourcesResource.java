package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/** {@code /services/data/vNN.0}: what there is in a version, of which this org serves a part. */
final class ResourcesResource {

    private static final String IDENTITY = "identity";
    // REST API Developer Guide, "List Available REST Resources"
    private static final List<String> NAMES = List.of(
            "tooling",
            "metadata",
            "eclair",
            "folders",
            "prechatForms",
            "contact-tracing",
            "jsonxform",
            "chatter",
            "payments",
            "tabs",
            "appMenu",
            "quickActions",
            "queryAll",
            "commerce",
            "wave",
            "iot",
            "analytics",
            "search",
            "smartdatadiscovery",
            IDENTITY,
            "composite",
            "parameterizedSearch",
            "fingerprint",
            "theme",
            "nouns",
            "domino",
            "event",
            "serviceTemplates",
            "recent",
            "connect",
            "licensing",
            "limits",
            "process",
            "dedupe",
            "async-queries",
            "query",
            "jobs",
            "localizedvalue",
            "mobile",
            "emailConnect",
            "consent",
            "tokenizer",
            "compactLayouts",
            "async",
            "sobjects",
            "actions",
            "support");

    private final Supplier<String> instanceUrl;

    ResourcesResource(Supplier<String> instanceUrl) {
        this.instanceUrl = instanceUrl;
    }

    RestResponse get(RestRequest request) {
        ObjectNode resources = Json.object();
        NAMES.forEach(name -> resources.put(name, request.version().path() + "/" + name));
        Session session = request.session();
        resources.put(IDENTITY, instanceUrl.get() + "/id/" + session.orgId() + "/" + session.userId());
        return RestResponse.ok(resources);
    }
}
