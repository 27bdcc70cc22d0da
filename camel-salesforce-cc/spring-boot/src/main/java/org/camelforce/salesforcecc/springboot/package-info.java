/** Spring Boot's configuration of the component: properties, several orgs, health and live credentials. */
@NullMarked
package org.camelforce.salesforcecc.springboot;

import org.jspecify.annotations.NullMarked;
