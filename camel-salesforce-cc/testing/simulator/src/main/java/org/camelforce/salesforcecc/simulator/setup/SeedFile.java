package org.camelforce.salesforcecc.simulator.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.records.Records;

/**
 * A JSON file with the records that an org starts with. {@code "@as"} gives a record a name within the file, and
 * {@code {"@ref": name}} stands for the id of an earlier record:
 *
 * <pre>{@code
 * {
 *   "Account": [{"@as": "acme", "Name": "Acme"}],
 *   "Contact": [{"LastName": "Doe", "AccountId": {"@ref": "acme"}}]
 * }
 * }</pre>
 *
 * <p>Immutable; may be loaded into any number of orgs.
 */
public final class SeedFile {

    private static final String NAME = "@as";
    private static final String REFERENCE = "@ref";

    private final List<Section> records;

    private SeedFile(List<Section> records) {
        this.records = records;
    }

    /**
     * @param file path of the file, which is in UTF-8
     * @return its records
     * @throws SetupFileException if the file cannot be read, is not JSON or is not made up as described above
     */
    public static SeedFile read(Path file) {
        Section root = Section.read(file);
        Iterable<String> objects = root.content()::fieldNames;
        List<Section> records = new ArrayList<>();
        objects.forEach(object -> records.addAll(root.list(object)));
        return new SeedFile(records);
    }

    /**
     * Creates the records in the order of the file, all of them or none.
     *
     * @param org where to create them
     * @param userId who creates them
     * @return the ids of the records that have a name, by that name
     * @throws SetupFileException if the org rejects a record, or a name is not known or is given twice
     */
    public Map<String, String> load(Records org, String userId) {
        return org.inTransaction(() -> {
            Map<String, String> ids = new LinkedHashMap<>();
            for (Section section : records) {
                String name = section.text(NAME).orElse(null);
                if (ids.containsKey(name)) {
                    throw section.problem(NAME, "an earlier record has the name '" + name + "'.");
                }
                String id = create(org, section, userId, fields(section, ids));
                if (name != null) {
                    ids.put(name, id);
                }
            }
            return ids;
        });
    }

    private static String create(Records org, Section section, String userId, ObjectNode fields) {
        try {
            return org.create(section.name(), fields, userId);
        } catch (ApiException e) {
            String field = e.fields().isEmpty() ? "" : e.fields().get(0);
            throw section.problem(field, e.errorCode() + ": " + e.getMessage());
        }
    }

    private static ObjectNode fields(Section section, Map<String, String> ids) {
        ObjectNode fields = section.content().deepCopy();
        fields.remove(NAME);
        for (Map.Entry<String, JsonNode> field : section.content().properties()) {
            JsonNode reference = field.getValue().path(REFERENCE);
            if (!reference.isMissingNode()) {
                String id = ids.get(reference.asText());
                if (id == null) {
                    throw section.problem(
                            field.getKey(), "no earlier record has the name '" + reference.asText() + "'.");
                }
                fields.put(field.getKey(), id);
            }
        }
        return fields;
    }
}
