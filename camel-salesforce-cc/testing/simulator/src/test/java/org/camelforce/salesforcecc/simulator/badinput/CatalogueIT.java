package org.camelforce.salesforcecc.simulator.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.internal.rest.RestResources;
import org.junit.jupiter.api.Test;

class CatalogueIT {

    @Test
    void requestsWhenComparedWithTheResourcesOfRestThenEachHasOne() throws Exception {
        List<String> resources = RestResources.all();
        List<String> missing = new ArrayList<>(resources);
        try (Shop shop = new Shop()) {
            new Catalogue(shop).requests().forEach((name, request) -> resource(resources, request.get())
                    .ifPresent(missing::remove));
        }

        assertThat(missing).as("resources without a request in the catalogue").isEmpty();
    }

    /** The first template that fits the path decides, as in the router. */
    private static Optional<String> resource(List<String> resources, Draft request) {
        if (!request.path.startsWith(Shop.V)) {
            return Optional.empty();
        }
        String path = request.path.substring(Shop.V.length()).replaceFirst("/$", "");
        String method = request.query.contains("_HttpMethod=PATCH") ? "PATCH" : request.method;
        return resources.stream()
                .map(CatalogueIT::template)
                .filter(template -> path.matches(template.replaceAll("\\{\\w+}", "[^/]+")))
                .findFirst()
                .map(template -> method + " " + template)
                .filter(resources::contains);
    }

    private static String template(String resource) {
        return resource.substring(resource.indexOf(' ') + 1);
    }
}
