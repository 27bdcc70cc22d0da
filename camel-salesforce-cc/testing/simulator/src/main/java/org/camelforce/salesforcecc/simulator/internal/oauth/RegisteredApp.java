package org.camelforce.salesforcecc.simulator.internal.oauth;

/**
 * An app and the org in which it is registered.
 *
 * @param org the org
 * @param app the app
 */
public record RegisteredApp(InMemoryOrg org, InMemoryApp app) {}
