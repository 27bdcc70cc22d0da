/** The components in the health of Spring Boot 3. */
@NullMarked
package org.camelforce.salesforcecc.springboot.health;

import org.jspecify.annotations.NullMarked;
