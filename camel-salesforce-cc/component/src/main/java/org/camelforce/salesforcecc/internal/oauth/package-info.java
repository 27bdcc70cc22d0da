/**
 * The OAuth client: requests for tokens, introspection and revocation, what the answers mean, and which hosts are
 * trusted. It implements the interfaces of {@code auth}.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.oauth;

import org.jspecify.annotations.NullMarked;
