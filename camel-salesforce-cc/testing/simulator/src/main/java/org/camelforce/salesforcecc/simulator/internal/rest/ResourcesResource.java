package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/** {@code /services/data/vNN.0}: what there is in a version. */
final class ResourcesResource {

    private static final List<String> NAMES =
            List.of("composite", "limits", "parameterizedSearch", "query", "queryAll", "recent", "search", "sobjects");

    private final Supplier<String> instanceUrl;

    ResourcesResource(Supplier<String> instanceUrl) {
        this.instanceUrl = instanceUrl;
    }

    RestResponse get(RestRequest request) {
        ObjectNode resources = Json.object();
        NAMES.forEach(name -> resources.put(name, request.version().path() + "/" + name));
        Session session = request.session();
        resources.put("identity", instanceUrl.get() + "/id/" + session.orgId() + "/" + session.userId());
        return RestResponse.ok(resources);
    }
}
