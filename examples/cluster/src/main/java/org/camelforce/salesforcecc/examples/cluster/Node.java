package org.camelforce.salesforcecc.examples.cluster;

import java.io.OutputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** One node, a process of its own. It stops when its standard input ends. */
public final class Node {

    private Node() {}

    /**
     * @param args not used: a node is told everything by its environment, see {@code application.properties}
     * @throws Exception if it cannot start
     */
    public static void main(String[] args) throws Exception {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("classpath:application.properties");
        main.configure().addRoutesBuilder(OrderRoutes.class);
        main.addMainListener(new ClusterMember());
        main.start();
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } finally {
            main.stop();
        }
    }

    /** Camel Main makes the bean with the cluster service, and it takes part only once the context has it. */
    private static final class ClusterMember extends MainListenerSupport {

        @Override
        public void afterConfigure(BaseMainSupport main) {
            CamelContext context = main.getCamelContext();
            try {
                context.addService(context.getRegistry().findSingleByType(CamelClusterService.class));
            } catch (Exception e) {
                throw new IllegalStateException("The cluster service cannot start", e);
            }
        }
    }
}
