package org.camelforce.salesforcecc.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.camelforce.salesforcecc.simulator.internal.data.H2Records;
import org.camelforce.salesforcecc.simulator.internal.data.ListView;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryOrg;
import org.camelforce.salesforcecc.simulator.oauth.LoginHistory;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** The records of an org about itself, which clients can only query. */
final class AdministrativeRecords {

    private static final String[] PROFILES = {
        "System Administrator", "Standard User", "Minimum Access - API Only Integrations"
    };
    private static final String PROFILE_PREFIX = "00e";

    private AdministrativeRecords() {}

    /** Adds the profiles, each with the permission set that belongs to it. */
    static void addProfiles(H2Records records) {
        for (int number = 1; number <= PROFILES.length; number++) {
            String id = SalesforceId.of(PROFILE_PREFIX, number);
            records.append(
                    "Profile",
                    row().put("Id", id).put("Name", PROFILES[number - 1]).put("UserType", "Standard"));
            records.append(
                    "PermissionSet",
                    row().put("Name", "X" + id.substring(0, 15))
                            .put("Label", id.substring(0, 15))
                            .put("ProfileId", id)
                            .put("IsOwnedByProfile", true)
                            .put("IsCustom", false)
                            .put("Type", "Profile"));
        }
    }

    /** Adds the list view that each object with records of its own has. */
    static void addListViews(H2Records records, Schema schema) {
        schema.objects().stream()
                .flatMap(object -> ListView.of(object).stream())
                .forEach(view -> records.append(
                        "ListView",
                        row().put("Id", view.id())
                                .put("Name", view.label())
                                .put("DeveloperName", view.developerName())
                                .put("SobjectType", view.object().name())
                                .put("IsSoqlCompatible", true)));
    }

    /** @return the profile of a new user, who may do everything here */
    static String profileOfUsers() {
        return SalesforceId.of(PROFILE_PREFIX, 1);
    }

    static void addOrganization(H2Records records, InMemoryOrg org, Instant created) {
        String domain = org.myDomain();
        int dot = domain.indexOf('.');
        records.append(
                "Organization",
                row().put("Id", org.id())
                        .put("Name", dot < 0 ? domain : domain.substring(0, dot))
                        .put("OrganizationType", "Developer Edition")
                        .put("InstanceName", "LOCAL")
                        .put("IsSandbox", false)
                        .put("IsReadOnly", false)
                        .put("LanguageLocaleKey", "en_US")
                        .put("DefaultLocaleSidKey", "en_US")
                        .put("TimeZoneSidKey", "GMT")
                        .put("FiscalYearStartMonth", 1)
                        .put("CreatedDate", created.toString()));
    }

    private static ObjectNode row() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Adds a user, and answers the id. */
    static String addUser(RecordStore records, String username) {
        ObjectNode user = row().put("Username", username)
                .put(
                        "LastName",
                        username.substring(0, username.indexOf('@') < 0 ? username.length() : username.indexOf('@')))
                .put("Email", username)
                .put("ProfileId", profileOfUsers());
        return records.create("User", user, "");
    }

    static ObjectNode loginRow(LoginHistory.Row row) {
        return row().put("UserId", row.userId())
                .put("LoginTime", row.time().toString())
                .put("LoginSubType", row.subtype())
                .put("Status", row.status());
    }
}
