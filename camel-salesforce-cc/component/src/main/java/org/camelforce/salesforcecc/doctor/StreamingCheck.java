package org.camelforce.salesforcecc.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Set;
import org.camelforce.salesforcecc.internal.text.OutsideText;

/**
 * Whether a streaming client can shake hands (Streaming API Developer Guide, "Bayeux Protocol"); it says goodbye at
 * once.
 */
final class StreamingCheck implements Check {

    private static final String REMEDY =
            "Check Enable Streaming API in Setup > User Interface, and the Run As user's permission API Enabled in Setup >"
                    + " Permission Sets > System Permissions. A 503 passes by itself; a limit of concurrent clients is that of"
                    + " the org's edition.";

    @Override
    public CheckName name() {
        return CheckName.STREAMING;
    }

    @Override
    public Set<CheckName> needs(DiagnosisContext examination) {
        return Set.of(examination.isApiLimitReached() ? CheckName.SCOPES : CheckName.API_ACCESS);
    }

    @Override
    public Diagnosis examine(DiagnosisContext examination) throws InterruptedException {
        ObjectNode handshake = message("/meta/handshake").put("version", "1.0").put("minimumVersion", "1.0");
        handshake.putArray("supportedConnectionTypes").add("long-polling");
        Answer answer = send(examination, "/handshake", handshake);
        JsonNode reply = answer.json().path(0);
        if (!reply.path("successful").asBoolean()) {
            return Diagnosis.failed("The handshake is rejected: " + refusal(answer, reply), REMEDY);
        }
        ObjectNode goodbye = message("/meta/disconnect");
        goodbye.set("clientId", reply.path("clientId"));
        send(examination, "/disconnect", goodbye);
        return Diagnosis.passed("A client can connect");
    }

    private static String refusal(Answer answer, JsonNode reply) {
        String reason = reply.path("ext").path("sfdc").path("failureReason").asText("");
        String error = reply.path("error").asText("");
        String both = error + (error.isEmpty() || reason.isEmpty() ? "" : ", ") + reason;
        return both.isEmpty() ? answer.summary() : OutsideText.said(both);
    }

    private static Answer send(DiagnosisContext examination, String path, ObjectNode message)
            throws InterruptedException {
        URI url = URI.create(
                examination.instanceUrl() + "/cometd/" + examination.settings().apiVersion() + path);
        return examination.wire().postJson(url, examination.token(), "[" + message + "]");
    }

    private static ObjectNode message(String channel) {
        return JsonNodeFactory.instance.objectNode().put("id", "1").put("channel", channel);
    }
}
