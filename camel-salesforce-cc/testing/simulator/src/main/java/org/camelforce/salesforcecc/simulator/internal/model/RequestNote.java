package org.camelforce.salesforcecc.simulator.internal.model;

import jakarta.servlet.http.HttpServletRequest;

/** Why a request was answered as it was, in a few words, for whoever watches the requests. */
public final class RequestNote {

    /** Name of the request attribute that holds the text. */
    public static final String ATTRIBUTE = RequestNote.class.getName();

    private RequestNote() {}

    /**
     * @param request the request
     * @param note the reason, in place of one that was noted before
     */
    public static void put(HttpServletRequest request, String note) {
        request.setAttribute(ATTRIBUTE, note);
    }
}
