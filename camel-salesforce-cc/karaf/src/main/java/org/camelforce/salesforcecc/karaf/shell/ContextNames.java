package org.camelforce.salesforcecc.karaf.shell;

import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Completes the names of Camel contexts that have components of ours. */
@Service
public final class ContextNames extends RunningNames {

    /** Created by the shell. */
    public ContextNames() {
        super(FoundComponent::context);
    }
}
