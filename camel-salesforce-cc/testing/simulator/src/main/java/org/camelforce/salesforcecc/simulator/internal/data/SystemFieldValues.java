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
            case "Document" -> row.set("AuthorId", row.get("AuthorId") == null ? user : row.get("AuthorId"));
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
            case "Attachment", "ContentVersion", "Document" -> describeContent(object, row);
            case "Case" -> row.set("IsClosed", row.text("Status").equalsIgnoreCase("Closed"));
            default -> {}
        }
    }

    /** Fills what follows from the content of a file, and from its name. */
    static void describeContent(SObjectDefinition object, Row row) {
        boolean version = object.name().equals(ContentVersions.NAME);
        if (row.get(version ? "VersionData" : "Body") instanceof Blob blob && blob.content() != null) {
            row.set(version ? "ContentSize" : "BodyLength", blob.content().length);
            if (version) {
                row.set("Checksum", Blob.digest("MD5", blob.content()));
            }
        }
        if (version) {
            String name = row.text("PathOnClient").replaceFirst(".*[/\\\\]", "");
            int dot = name.lastIndexOf('.');
            String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
            row.set("FileExtension", start(extension, 40)).set("FileType", fileType(extension));
            if (row.get("Title") == null) {
                row.set("Title", start(dot < 0 ? name : name.substring(0, dot), 255));
            }
        }
    }

    private static String fileType(String extension) {
        return switch (extension) {
            case "" -> "UNKNOWN";
            case "txt" -> "TEXT";
            case "jpeg" -> "JPG";
            case "docx" -> "WORD_X";
            case "xlsx" -> "EXCEL_X";
            case "pptx" -> "POWER_POINT_X";
            default -> start(extension.toUpperCase(Locale.ROOT), 20);
        };
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
