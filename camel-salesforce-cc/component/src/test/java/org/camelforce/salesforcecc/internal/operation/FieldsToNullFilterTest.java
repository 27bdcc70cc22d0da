package org.camelforce.salesforcecc.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ser.impl.SimpleBeanPropertyFilter;
import com.fasterxml.jackson.databind.ser.impl.SimpleFilterProvider;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.component.salesforce.api.FieldsToNullPropertyFilter;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.camelforce.salesforcecc.dto.Account;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldsToNullFilterTest {

    /** A record with properties of all kinds. */
    public static final class Order extends Account {

        private String Number__c;
        private int lines__c;
        private String named;

        @JsonProperty("Number__c")
        public String getNumber() {
            return Number__c;
        }

        @JsonProperty("lines__c")
        public int getLines() {
            return lines__c;
        }

        /** No field has this name. */
        @JsonProperty("Status__c")
        public String getStatus() {
            return named;
        }
    }

    static Stream<Arguments> records() {
        return Stream.of(
                record("without values", order -> {}),
                record("with values", order -> {
                    order.setName("Acme");
                    order.Number__c = "17";
                    order.named = "open";
                }),
                record("with fields to null", order -> {
                    order.setName("Acme");
                    order.getFieldsToNull().add("Number__c");
                    order.getFieldsToNull().add("Legacy_Id__c");
                }),
                record("with a value to null", order -> {
                    order.Number__c = "17";
                    order.getFieldsToNull().add("Number__c");
                }));
    }

    private static Arguments record(String name, Consumer<Order> changes) {
        Order order = new Order();
        changes.accept(order);
        return Arguments.of(Named.of(name, order));
    }

    @ParameterizedTest
    @MethodSource("records")
    void recordWhenItIsWrittenThenAsCamelSalesforceDoes(Order record) throws Exception {
        String theirs = with(new FieldsToNullPropertyFilter()).writeValueAsString(record);
        ObjectMapper ours = with(new FieldsToNullFilter());

        assertThat(ours.writeValueAsString(record)).isEqualTo(theirs);
        // with what it has learned of the class
        assertThat(ours.writeValueAsString(record)).isEqualTo(theirs);
    }

    private static ObjectMapper with(SimpleBeanPropertyFilter filter) {
        return JsonUtils.createObjectMapper()
                .setFilterProvider(new SimpleFilterProvider().addFilter(FieldsToNullFilter.NAME, filter));
    }
}
