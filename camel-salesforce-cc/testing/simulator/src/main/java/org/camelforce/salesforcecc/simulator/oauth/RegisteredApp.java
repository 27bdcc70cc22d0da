package org.camelforce.salesforcecc.simulator.oauth;

/**
 * An app and the org in which it is registered.
 *
 * @param org the org
 * @param app the app
 */
public record RegisteredApp(Org org, ConnectedApp app) {}
