package org.camelforce.salesforcecc.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectNamesTest {

    private final ObjectNames names = new ObjectNames();

    @ParameterizedTest
    @ValueSource(strings = {"Account", "Order__c", "acme__Order__c", "Order__ChangeEvent"})
    void limitedWhenItIsANameThenTheName(String name) {
        assertThat(names.limited(about(name))).isEqualTo(name);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void limitedWhenThereIsNoObjectThenNone(@Nullable String name) {
        assertThat(names.limited(about(name))).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Account, Contact", "../x", "1st", "a b", "x\n"})
    void limitedWhenItIsNoNameThenOther(String name) {
        assertThat(names.limited(about(name))).isEqualTo("other");
    }

    @Test
    void limitedWhenThereAreManyThenAHundredNamesAndTheRestIsOther() {
        IntStream.range(0, 1_000).forEach(i -> names.limited(about("Object" + i + "__c")));

        assertThat(names.limited(about("Object99__c"))).isEqualTo("Object99__c");
        assertThat(names.limited(about("Object100__c"))).isEqualTo("other");
        assertThat(names.limited(about(null))).isEqualTo("none");
    }

    private static ApiRequest about(@Nullable String object) {
        return new ApiRequest.Builder("getSObject", "GET", "/x")
                .sObjectName(object)
                .build();
    }
}
