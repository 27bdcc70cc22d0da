package org.camelforce.salesforcecc;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.internal.request.ScriptedServer;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An org that the simulator logs in to, and that answers requests by a script. There is one simulator for all tests of
 * a class; the server and the context of a test end after it.
 */
final class ScriptedOrg implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private SalesforceSimulator simulator;
    private ScriptedServer server;
    private SalesforceCcComponent component;
    private CamelContext context;

    @Override
    public void beforeAll(ExtensionContext test) {
        simulator = SalesforceSimulator.start();
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        context.close();
        server.close();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        simulator.close();
    }

    /** A context that is not started, whose component sends its requests to the script. */
    CamelContext context(ScriptedServer.Script script, Consumer<SalesforceCcComponent> options) throws IOException {
        server = new ScriptedServer(script);
        component = TestContexts.component(simulator);
        component.setInstanceUrl("http://127.0.0.1:" + server.uri().getPort());
        options.accept(component);
        context = TestContexts.contextWith(component);
        return context;
    }

    SalesforceSimulator simulator() {
        return simulator;
    }

    SalesforceCcComponent component() {
        return component;
    }

    ScriptedServer server() {
        return server;
    }
}
