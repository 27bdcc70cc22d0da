package org.camelforce.salesforcecc.internal.operation.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.component.salesforce.api.dto.DeleteSObjectResult;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.apache.camel.component.salesforce.api.dto.SaveSObjectResult;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatchResponse;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectCompositeResponse;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.camelforce.salesforcecc.internal.operation.FailedParts;
import org.camelforce.salesforcecc.internal.request.AnswerBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results of any shape: what is not known to have succeeded has failed. */
class PartResultsTest {

    private static final ObjectMapper JSON = JsonUtils.createObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|0|0",
                "{\"compositeResponse\":null}|0|0",
                "{\"compositeResponse\":[]}|0|0",
                "{\"compositeResponse\":[null]}|1|1",
                "{\"compositeResponse\":[{}]}|1|1",
                "{\"compositeResponse\":[{\"httpStatusCode\":204,\"body\":null},{\"httpStatusCode\":201}]}|0|2",
                "{\"compositeResponse\":[{\"httpStatusCode\":300,\"body\":[\"/a\",\"/b\"]}]}|1|1",
                "{\"compositeResponse\":[{\"httpStatusCode\":304}]}|0|1",
                "{\"compositeResponse\":[{\"httpStatusCode\":200,\"body\":[{\"success\":true},{\"success\":true}]}]}|0|1",
                "{\"compositeResponse\":[{\"httpStatusCode\":200,\"body\":[{\"success\":true},{\"success\":false}]}]}|1|1",
                "{\"compositeResponse\":[{\"httpStatusCode\":200,\"body\":[null,1,\"a\",{\"Name\":\"b\"}]}]}|0|1",
                "{\"compositeResponse\":[{\"httpStatusCode\":200,\"body\":{\"hasErrors\":true,\"results\":[]}}]}|1|1"
            })
    void compositeWhenItsPartsAreOddThenThoseThatHaveNotSucceededAreCounted(String answer, int count, int of)
            throws Exception {
        FailedParts read = PartResults.ofComposite(JSON.readValue(answer, SObjectCompositeResponse.class), JSON);
        FailedParts raw = PartResults.ofComposite(body(answer), JSON);

        assertThat(List.of(read.count(), read.of())).containsExactly(count, of);
        assertThat(List.of(raw.count(), raw.of())).containsExactly(count, of);
    }

    @ParameterizedTest
    @CsvSource({"null", "[]", "[1]", "\"\"", "{\"compositeResponse\":1}"})
    void compositeWhenItIsTextThatIsNoCompositeThenNothingIsCounted(String answer) throws Exception {
        assertThat(PartResults.ofComposite(body(answer), JSON).of()).isZero();
    }

    @Test
    void compositeWhenARecordOfACollectionWithinItFailsThenItsErrorsAreThere() throws Exception {
        String answer =
                """
                {"compositeResponse":[{"httpStatusCode":200,"body":[
                  {"success":true,"id":"001000000000001AAA","errors":[]},
                  {"success":false,"errors":[{"statusCode":"DUPLICATE_VALUE","message":"twice","fields":["Number__c"]}]}]}]}
                """;

        assertThat(PartResults.ofComposite(body(answer), JSON).errors())
                .extracting(RestError::getErrorCode, RestError::getMessage)
                .containsExactly(tuple("DUPLICATE_VALUE", "twice"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|0|0",
                "{\"hasErrors\":true,\"results\":null}|0|0",
                "{\"hasErrors\":true,\"results\":[null]}|1|1",
                "{\"hasErrors\":true,\"results\":[{}]}|1|1",
                "{\"hasErrors\":true,\"results\":[{\"statusCode\":300,\"result\":[\"/a\"]}]}|1|1",
                "{\"hasErrors\":false,\"results\":[{\"statusCode\":204},{\"statusCode\":200,\"result\":{}}]}|0|2"
            })
    void batchWhenItsPartsAreOddThenThoseThatHaveNotSucceededAreCounted(String answer, int count, int of)
            throws Exception {
        FailedParts parts = PartResults.ofBatch(JSON.readValue(answer, SObjectBatchResponse.class));

        assertThat(List.of(parts.count(), parts.of())).containsExactly(count, of);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null|0|0",
                "[]|0|0",
                "[null]|1|1",
                "[{}]|1|1",
                "[{\"success\":null,\"errors\":[null]}]|1|1",
                "[{\"success\":true}]|0|1"
            })
    void collectionWhenItsPartsAreOddThenThoseThatHaveNotSucceededAreCounted(String answer, int count, int of)
            throws Exception {
        FailedParts saved =
                PartResults.ofCollection(JSON.readValue(answer, new TypeReference<List<SaveSObjectResult>>() {}));
        FailedParts deleted =
                PartResults.ofCollection(JSON.readValue(answer, new TypeReference<List<DeleteSObjectResult>>() {}));

        assertThat(List.of(saved.count(), saved.of())).containsExactly(count, of);
        assertThat(List.of(deleted.count(), deleted.of())).containsExactly(count, of);
    }

    private static AnswerBody body(String text) {
        return new AnswerBody(text.getBytes(StandardCharsets.UTF_8));
    }
}
