package org.camelforce.salesforcecc.simulator.setup;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;

/** Reads the description of one field. */
final class FieldReader {

    private static final Set<FieldType> IN_RECORDS =
            EnumSet.complementOf(EnumSet.of(FieldType.ID, FieldType.BASE64, FieldType.ADDRESS));
    private static final int LONGEST_LINE = 255;
    private static final int LONGEST_TEXT_AREA = 131_072;
    private static final int DIGITS = 18;
    private static final List<String> OF_ALL = List.of("type", "label", "required", "default");
    private static final List<String> OF_RECORDS = List.of("createOnly", "readOnly");
    private static final List<String> OF_KEYS = List.of("externalId", "unique");

    // Platform Events Developer Guide, "Platform Event Fields".
    private static final Set<FieldType> IN_EVENTS = EnumSet.of(
            FieldType.BOOLEAN,
            FieldType.DATE,
            FieldType.DATETIME,
            FieldType.DOUBLE,
            FieldType.STRING,
            FieldType.TEXTAREA);

    private FieldReader() {}

    static FieldDefinition read(Section section, boolean ofEvent) {
        FieldType type = type(section, ofEvent ? IN_EVENTS : IN_RECORDS);
        section.requireKeysAmong(keys(type, ofEvent));
        try {
            return refined(section, start(section, type));
        } catch (IllegalArgumentException e) {
            throw section.problem(e.getMessage() + ".");
        }
    }

    private static FieldType type(Section section, Set<FieldType> offered) {
        String name = section.text("type").orElse("");
        return offered.stream()
                .filter(type -> type.describeType().equals(name))
                .findFirst()
                .orElseThrow(() -> section.problem(
                        "type",
                        "the type must be one of "
                                + offered.stream().map(FieldType::describeType).collect(Collectors.joining(", "))
                                + "."));
    }

    private static List<String> keys(FieldType type, boolean ofEvent) {
        Stream<String> ofType =
                switch (type) {
                    case STRING, TEXTAREA, EMAIL, PHONE, URL -> Stream.of("length");
                    case PICKLIST -> Stream.of("length", "values");
                    case MULTIPICKLIST -> Stream.of("values");
                    case DOUBLE, CURRENCY, PERCENT -> Stream.of("precision", "scale");
                    case REFERENCE -> Stream.of("referenceTo");
                    default -> Stream.empty();
                };
        boolean key = !ofEvent && (type == FieldType.STRING || type == FieldType.EMAIL || type == FieldType.DOUBLE);
        return Stream.of(
                        OF_ALL.stream(),
                        ofType,
                        ofEvent ? Stream.<String>empty() : OF_RECORDS.stream(),
                        key ? OF_KEYS.stream() : Stream.<String>empty())
                .flatMap(keys -> keys)
                .toList();
    }

    private static FieldDefinition start(Section section, FieldType type) {
        return switch (type) {
            case BOOLEAN -> FieldDefinition.checkbox(section.name(), section.flag("default"));
            case REFERENCE ->
                FieldDefinition.reference(
                        section.name(),
                        section.text("referenceTo")
                                .orElseThrow(() -> section.problem("referenceTo must name an object.")));
            default -> FieldDefinition.of(section.name(), type);
        };
    }

    private static FieldDefinition refined(Section section, FieldDefinition start) {
        FieldDefinition field = section.text("label").map(start::withLabel).orElse(start);
        int longest = field.type() == FieldType.TEXTAREA ? LONGEST_TEXT_AREA : LONGEST_LINE;
        field = field.withLength(section.number("length", 1, longest).orElse(field.length()));
        if (field.type().isDecimal()) {
            int precision = section.number("precision", 1, DIGITS).orElse(field.precision());
            int scale = section.number("scale", 0, precision).orElse(Math.min(field.scale(), precision));
            field = field.withDigits(precision, scale);
        }
        field = section.texts("values").map(field::withValues).orElse(field);
        field = section.scalar("default").map(field::withDefault).orElse(field);
        field = section.flag("required") ? field.required() : field;
        field = section.flag("externalId") ? field.asExternalId() : field;
        field = section.flag("unique") ? field.asUnique() : field;
        field = section.flag("createOnly") ? field.createOnly() : field;
        return section.flag("readOnly") ? field.readOnly() : field;
    }
}
