package org.camelforce.salesforcecc.karaf.shell;

import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Completes the names of components. */
@Service
public final class ComponentNames extends RunningNames {

    /** Created by the shell. */
    public ComponentNames() {
        super(FoundComponent::name);
    }
}
