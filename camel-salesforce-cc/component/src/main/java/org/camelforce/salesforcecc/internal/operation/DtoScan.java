package org.camelforce.salesforcecc.internal.operation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.api.dto.AbstractDTOBase;
import org.apache.camel.support.PluginHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for classes that Camel's Maven plugin has generated. */
public final class DtoScan {

    private static final Logger LOG = LoggerFactory.getLogger(DtoScan.class);

    private DtoScan() {}

    /**
     * @param context scans packages
     * @param packages where to look
     * @return the classes of records and their pages, by simple name
     */
    public static Map<String, Class<?>> byName(CamelContext context, String... packages) {
        Map<String, Class<?>> classes = new TreeMap<>();
        Set<Class<?>> found =
                PluginHelper.getPackageScanClassResolver(context).findImplementations(AbstractDTOBase.class, packages);
        found.forEach(type -> classes.put(type.getSimpleName(), type));
        LOG.info("Found {} classes of records in packages {}", classes.size(), String.join(", ", packages));
        return classes;
    }

    /**
     * @param context scans packages
     * @return the classes of platform events in the package that Salesforce's schemas name, by full name
     */
    public static Map<String, Class<?>> ofEvents(CamelContext context) {
        Map<String, Class<?>> classes = new TreeMap<>();
        PluginHelper.getPackageScanClassResolver(context)
                .findImplementations(SpecificRecord.class, "com.sforce.eventbus")
                .forEach(type -> classes.put(type.getName(), type));
        return classes;
    }
}
