import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.salesforce.SalesforceComponent;

public class Accounts extends EndpointRouteBuilder {
    @Override
    public void configure() {
        SalesforceComponent salesforce = new SalesforceComponent();
        salesforce.setLoginUrl("https://login.salesforce.com");
        salesforce.setClientId(getContext().resolvePropertyPlaceholders("{{acme.key}}"));
        salesforce.setClientSecret(getContext().resolvePropertyPlaceholders("{{acme.secret}}"));
        salesforce.setUserName("jane@acme.example");
        salesforce.setPassword("open-sesame");
        getContext().addComponent("salesforce", salesforce);
        from("direct:accounts")
                .setHeader("sObjectQuery", constant("SELECT Id FROM Account"))
                .to(salesforce("query").rawPayload(true));
    }
}
