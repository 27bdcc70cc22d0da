package org.camelforce.salesforcecc.simulator.internal.data;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Fills the fields that the org keeps: audit fields, owner, names, numbers and flags that follow from other fields. */
final class SystemFieldValues {

    private SystemFieldValues() {}

    static void onCreate(SObjectDefinition object, Row row, String id, long number, String userId, Instant now) {
        String user = object.name().equals("User") && userId.isEmpty() ? id : userId;
        row.set("Id", id);
        if (object.field("IsDeleted").isPresent()) {
            row.set("IsDeleted", false);
        }
        row.set("CreatedDate", moment(now)).set("CreatedById", user);
        if (object.field("OwnerId").isPresent() && row.get("OwnerId") == null) {
            row.set("OwnerId", user);
        }
        if (object.kind() == SObjectDefinition.Kind.CUSTOM && row.get("Name") == null) {
            row.set("Name", id);
        }
        switch (object.name()) {
            case "Case" -> row.set("CaseNumber", String.format(Locale.ROOT, "%08d", 1000 + number));
            case "User" -> fillUser(row);
            default -> {}
        }
        onChange(object, row, user, now);
    }

    static void onChange(SObjectDefinition object, Row row, String userId, Instant now) {
        row.set("LastModifiedDate", moment(now)).set("LastModifiedById", userId).set("SystemModstamp", moment(now));
        if (isPerson(object)) {
            row.set("Name", (row.text("FirstName") + " " + row.text("LastName")).trim());
        }
        switch (object.name()) {
            case "Opportunity" -> {
                boolean won = row.text("StageName").equalsIgnoreCase("Closed Won");
                row.set("IsWon", won);
                row.set("IsClosed", won || row.text("StageName").equalsIgnoreCase("Closed Lost"));
            }
            case "Case" -> row.set("IsClosed", row.text("Status").equalsIgnoreCase("Closed"));
            default -> {}
        }
    }

    private static boolean isPerson(SObjectDefinition object) {
        return object.kind() == SObjectDefinition.Kind.STANDARD
                && object.field("FirstName").isPresent()
                && object.field("LastName").isPresent();
    }

    private static void fillUser(Row row) {
        if (row.get("Alias") == null) {
            String initial = row.text("FirstName");
            row.set("Alias", (start(initial, 1) + start(row.text("LastName"), 4)).toLowerCase(Locale.ROOT));
        }
        if (row.get("CommunityNickname") == null) {
            row.set("CommunityNickname", start(row.text("Username").replaceFirst("@.*", ""), 40));
        }
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static LocalDateTime moment(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    }
}
