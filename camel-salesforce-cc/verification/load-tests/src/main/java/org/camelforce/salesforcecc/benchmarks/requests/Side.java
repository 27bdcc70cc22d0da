package org.camelforce.salesforcecc.benchmarks.requests;

/** Whose cost is measured. */
enum Side {
    /** Jetty's HTTP client alone. */
    JETTY {
        @Override
        Client open(RequestCase request, String url) throws Exception {
            return new JettyClient(request, url);
        }
    },
    /** Camel's own component. */
    SALESFORCE {
        @Override
        Client open(RequestCase request, String url) throws Exception {
            return CamelClient.salesforce(request, url);
        }
    },
    /** This component. */
    SALESFORCE_CC {
        @Override
        Client open(RequestCase request, String url) throws Exception {
            return CamelClient.salesforceCc(request, url);
        }
    };

    abstract Client open(RequestCase request, String url) throws Exception;
}
