package org.camelforce.salesforcecc.simulator.internal.data.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.internal.data.H2Records;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Random SOQL over random records answers what plain Java finds. {@code -Djqwik.tries.default=1000} tries more; each
 * try has records of its own and several queries.
 */
class RandomSoqlTest {

    private static final Schema SCHEMA = Schema.standard()
            .withFields(
                    "Account",
                    FieldDefinition.checkbox("Active__c", false),
                    FieldDefinition.of("Tags__c", FieldType.MULTIPICKLIST),
                    FieldDefinition.of("Seen__c", FieldType.DATETIME));

    private static @Nullable H2Records org;
    private static String user = "";

    @BeforeContainer
    static void start() {
        org = new H2Records(SCHEMA, new ManualTime(Instant.parse("2026-11-23T10:15:30Z")));
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("Username", "ada@acme.example").put("LastName", "Byron").put("Email", "ada@acme.example");
        user = org.create("User", fields, "");
    }

    @AfterContainer
    static void stop() {
        H2Records started = org;
        if (started != null) {
            started.close();
        }
    }

    @Provide
    Arbitrary<Records> records() {
        return Generators.records();
    }

    @Provide
    Arbitrary<List<RecordQuery>> recordQueries() {
        return Generators.recordQueries().list().ofSize(12);
    }

    @Provide
    Arbitrary<List<GroupQuery>> groupQueries() {
        return Generators.groupQueries().list().ofSize(12);
    }

    @Property(seed = "7", edgeCases = EdgeCasesMode.NONE)
    void queryWhenRecordsAreAskedForThenAnswersWhatPlainJavaFinds(
            @ForAll("records") Records records, @ForAll("recordQueries") List<RecordQuery> queries) {
        inOrgWith(records, started -> {
            for (RecordQuery query : queries) {
                List<String> answered = started.query(query.soql()).stream()
                        .map(row -> line(row, query))
                        .toList();
                assertThat(answered).as(query.soql()).isEqualTo(query.evaluate(records));
            }
        });
    }

    @Property(seed = "7", edgeCases = EdgeCasesMode.NONE)
    void queryWhenGroupsAreAskedForThenAnswersWhatPlainJavaFinds(
            @ForAll("records") Records records, @ForAll("groupQueries") List<GroupQuery> queries) {
        inOrgWith(records, started -> {
            for (GroupQuery query : queries) {
                List<String> answered = started.query(query.soql()).stream()
                        .map(RandomSoqlTest::line)
                        .sorted()
                        .toList();
                assertThat(answered).as(query.soql()).isEqualTo(query.evaluate(records));
            }
        });
    }

    /** Creates the records, and undoes that. */
    private static void inOrgWith(Records records, Consumer<H2Records> test) {
        H2Records started = Objects.requireNonNull(org);
        try {
            started.inTransaction(() -> {
                Map<Row, String> ids = new HashMap<>();
                for (Row account : records.accounts()) {
                    ids.put(account, started.create("Account", json(account), user));
                }
                for (Row contact : records.contacts()) {
                    ObjectNode fields = json(contact);
                    if (contact.parent() != null) {
                        fields.put("AccountId", ids.get(contact.parent()));
                    }
                    started.create("Contact", fields, user);
                }
                test.accept(started);
                throw new Done();
            });
        } catch (Done done) {
            // rolled back
        }
    }

    private static ObjectNode json(Row row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        row.values().forEach((name, value) -> {
            if (value instanceof Boolean bool) {
                json.put(name, bool);
            } else if (value instanceof Number number) {
                json.put(name, new BigDecimal(number.toString()));
            } else {
                json.put(name, value instanceof LocalDateTime ? value + ":00Z" : value.toString());
            }
        });
        return json;
    }

    private static String line(JsonNode row, RecordQuery query) {
        List<String> values = new ArrayList<>();
        for (String path : query.select()) {
            JsonNode value = row;
            for (String name : path.split("\\.")) {
                value = value.isNull() ? value : value.path(name);
            }
            values.add(Values.canonical(value));
        }
        RecordQuery inner = query.children();
        if (inner != null) {
            List<String> lines = new ArrayList<>();
            row.path("Contacts").forEach(child -> lines.add(line(child, inner)));
            values.add(lines.toString());
        }
        return values.toString();
    }

    private static String line(ObjectNode row) {
        List<String> values = new ArrayList<>();
        row.forEach(value -> values.add(Values.canonical(value).toLowerCase(Locale.ROOT)));
        return values.toString();
    }

    /** Ends a transaction without a commit. */
    private static final class Done extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
