package org.camelforce.salesforcecc.guide;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.main.Main;

/**
 * An application of Camel Main in a process of its own, which writes down the consumer key that the component has been
 * given. It takes a file of properties and the file to write to.
 */
final class ClientIdOfMain {

    private ClientIdOfMain() {}

    public static void main(String[] args) throws Exception {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("file:" + args[0]);
        main.init();
        String clientId = main.getCamelContext().hasComponent("salesforce-cc") instanceof SalesforceComponent salesforce
                ? salesforce.getClientId()
                : null;
        Files.writeString(Path.of(args[1]), String.valueOf(clientId), StandardCharsets.UTF_8);
        main.getCamelContext().stop();
    }
}
