package org.camelforce.salesforcecc.internal.request;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Names of objects as signals show them. Headers of messages can choose names, so their form is checked and their
 * number is limited. Safe for use by several threads.
 */
public final class ObjectNames {

    /** For requests that are not about one object. */
    public static final String NONE = "none";

    /** For objects beyond the number that is allowed, and for what is no name. */
    public static final String OTHER = "other";

    private static final int MAX_NAMES = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");

    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /** Creates a set without names. */
    public ObjectNames() {}

    /**
     * @param request about an object, or none
     * @return the object's name; {@value #NONE} or {@value #OTHER}
     */
    public static String of(ApiRequest request) {
        String name = request.sObjectName();
        if (name == null || name.isEmpty()) {
            return NONE;
        }
        return NAME.matcher(name).matches() ? name : OTHER;
    }

    /**
     * @param request about an object, or none
     * @return one of few names; {@value #NONE} or {@value #OTHER}
     */
    public String limited(ApiRequest request) {
        String name = of(request);
        if (names.contains(name) || name.equals(NONE)) {
            return name;
        }
        if (names.size() >= MAX_NAMES) {
            return OTHER;
        }
        names.add(name);
        return name;
    }
}
