/** What happens to subscriptions under faults and kills, and what their histories prove. */
@NullMarked
package org.camelforce.salesforcecc.reliability;

import org.jspecify.annotations.NullMarked;
