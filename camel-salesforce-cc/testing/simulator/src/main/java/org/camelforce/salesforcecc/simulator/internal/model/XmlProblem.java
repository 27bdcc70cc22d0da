package org.camelforce.salesforcecc.simulator.internal.model;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** What is wrong with an XML document, in words that name no library. */
public final class XmlProblem {

    private static final Pattern LIMIT_OF_THE_LIBRARY = Pattern.compile("(?s)JAXP.*");

    private XmlProblem() {}

    public static String text(XMLStreamException problem) {
        return LIMIT_OF_THE_LIBRARY
                .matcher(String.valueOf(problem.getMessage()))
                .replaceFirst("The document is too large in one of its parts.");
    }
}
