package org.camelforce.salesforcecc.simulator.internal.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.Condition;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.SelectItem;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoqlTest {

    private static final String ID = "001000000000001AAA";

    private static Literal literal(String written) {
        Condition where =
                Soql.parse("SELECT Id FROM Account WHERE X = " + written).where();
        return ((Condition.Comparison) Objects.requireNonNull(where)).value();
    }

    private static ApiException refusal(String soql) {
        return catchThrowableOfType(ApiException.class, () -> Soql.parse(soql));
    }

    @Test
    void parseWhenKeywordsAreInAnyCaseThenObjectAndFieldsAreAnsweredAsWritten() {
        SoqlQuery query = Soql.parse("select id, Owner.NAME From account Where x = 1 order BY name limit 5 offset 2");
        assertThat(query.objectName()).isEqualTo("account");
        assertThat(query.fields()).containsExactly("id", "Owner.NAME");
        assertThat(query.limit()).isEqualTo(5);
        assertThat(query.offset()).isEqualTo(2);
        assertThat(query.isCount()).isFalse();
    }

    @Test
    void parseWhenConditionsAreNestedThenTreeFollowsTheParentheses() {
        Condition where = Soql.parse("SELECT Id FROM A WHERE a = 1 AND (b = 2 OR NOT c = 3)")
                .where();
        assertThat(where).isInstanceOfSatisfying(Condition.And.class, and -> {
            assertThat(and.parts()).hasSize(2);
            assertThat(and.parts().get(1)).isInstanceOfSatisfying(Condition.Or.class, or -> assertThat(
                            or.parts().get(1))
                    .isInstanceOf(Condition.Not.class));
        });
    }

    @Test
    void parseWhenLiteralsAreWrittenThenTheyHaveTheirTypes() {
        assertThat(literal("null")).isEqualTo(new Literal.Null());
        assertThat(literal("TRUE")).isEqualTo(new Literal.Bool(true));
        assertThat(literal("-1.5e3")).isEqualTo(new Literal.Numeric(new BigDecimal("-1.5e3")));
        assertThat(literal("2026-11-23")).isEqualTo(new Literal.Day(LocalDate.of(2026, 11, 23)));
        assertThat(literal("2026-11-23t10:00:00.5-0130"))
                .isEqualTo(new Literal.Moment(Instant.parse("2026-11-23T11:30:00.5Z")));
        assertThat(literal("last_n_days:7")).isEqualTo(new Literal.Relative(DateLiteral.LAST_N_DAYS, 7));
        assertThat(literal("'a\\n\\u0041\\'\\\\%\\%'")).isEqualTo(new Literal.Text("a\nA'\\%%", "a\nA'\\\\%\\%"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT Id FROM Account WHERE a = 1 AND b = 2 OR c = 3 | 46 | unexpected token: 'OR'",
                "SELECT Id FROM Account WHERE a = 1 OR b = 2 AND c = 3 | 45 | unexpected token: 'AND'",
                "SELECT FROM Account | 8 | unexpected token: 'FROM'",
                "SELECT Id FROM Account WHERE | 29 | unexpected token: '<EOF>'",
                "SELECT Id FROM Account WHERE Name = 'open | 37 | unexpected token: '''",
                "SELECT Id FROM Account WHERE Name = \"x\" | 37 | unexpected token: '\"'",
                "SELECT Id FROM Account; DROP | 23 | unexpected token: ';'",
                "SELECT Id FROM Account LIMIT -1 | 30 | unexpected token: '-1'",
                "SELECT Id FROM Account WHERE a = NEVER | 34 | unexpected token: 'NEVER'",
                "SELECT Id FROM Account WHERE a = LAST_N_DAYS | 34 | unexpected token: 'LAST_N_DAYS'",
                "SELECT Id FROM Account WHERE a = 2026-13-01 | 34 | invalid value: 2026-13-01",
                "SELECT Id FROM Account WHERE a = 2026-02-30T00:00:00Z | 34 | invalid value: 2026-02-30T00:00:00Z",
                "SELECT Id FROM Account WHERE a = 'x\\q' | 34 | Illegal character sequence '\\q' in string literal",
                "SELECT FIELDS(ALL) FROM Account | 8 | The SOQL FIELDS function must have a LIMIT of at most 200",
                "SELECT FIELDS(ALL) FROM Account LIMIT 201 | 8 | The SOQL FIELDS function must have a LIMIT of at most 200",
            })
    void parseWhenSyntaxIsWrongThenMalformedQueryWithItsPlace(String soql, int column, String message) {
        ApiException refusal = refusal(soql);
        assertThat(refusal.errorCode()).isEqualTo("MALFORMED_QUERY");
        assertThat(refusal).hasMessageEndingWith("^\nERROR at Row:1:Column:" + column + "\n" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT Id FROM Account USING SCOPE team | the simulator does not support the scope TEAM",
                "SELECT Id FROM Account WITH SECURITY_ENFORCED | WITH SECURITY_ENFORCED is not allowed in this context",
                "SELECT Id FROM Account WITH user_mode LIMIT 1 | WITH USER_MODE is not allowed in this context",
                "SELECT Id FROM Account WITH SYSTEM_MODE | WITH SYSTEM_MODE is not allowed in this context",
                "SELECT Id FROM Account WITH DATA CATEGORY a AT b | WITH DATA is not allowed in this context",
                "SELECT Id FROM Account ALL ROWS | ALL ROWS not allowed in this context",
                "SELECT Id FROM Account ALL LINES | unexpected token: 'LINES'",
                "SELECT Id FROM Account USING SCOPE all | unexpected token: 'all'",
                "SELECT Id FROM Account USING PLACE mine | unexpected token: 'PLACE'",
                "SELECT Id FROM Account FOR SALE | unexpected token: 'SALE'",
                "SELECT Id FROM Account FOR VIEW UPDATE VIEW | unexpected token: 'VIEW'",
                "SELECT COUNT(), Id FROM Account | count() must be the only element in the select list",
                "SELECT COUNT() FROM Account GROUP BY Name | count() must be the only element in the select list",
                "SELECT FIELDS(SOME) FROM Account | FIELDS takes ALL, STANDARD or CUSTOM, not 'SOME'",
                "SELECT COUNT(Id) FROM Account HAVING COUNT(Id) > 1 | unexpected token: 'HAVING'",
                "SELECT COUNT(Id) FROM Account GROUP BY ROLLUP(a, b, c, d) | GROUP BY ROLLUP takes one to 3 fields",
                "SELECT COUNT(Id) FROM Account GROUP BY CUBE() | GROUP BY CUBE takes one to 3 fields",
                "SELECT a FROM Account GROUP BY CUBE(a), b | GROUP BY CUBE cannot be used with other groupings",
                "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact LIMIT 1) | unexpected token: 'LIMIT'",
                "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact ORDER BY Id) | unexpected token: 'ORDER'",
            })
    void parseWhenClauseIsNotAllowedThenMalformedQuery(String soql, String what) {
        ApiException refusal = refusal(soql);
        assertThat(refusal.errorCode()).isEqualTo("MALFORMED_QUERY");
        assertThat(refusal).hasMessageEndingWith("\n" + what);
    }

    @Test
    void parseWhenPurposesAreWrittenThenTheyAreKept() {
        assertThat(Soql.parse("SELECT Id FROM Account FOR view, REFERENCE UPDATE TRACKING, VIEWSTAT")
                        .purposes())
                .containsExactlyInAnyOrder("VIEW", "REFERENCE", "TRACKING", "VIEWSTAT");
        assertThat(Soql.parse("SELECT Id FROM Account LIMIT 1 FOR UPDATE").purposes())
                .containsExactly("UPDATE");
    }

    @Test
    void parseWhenErrorIsOnAnotherLineThenRowIsCounted() {
        assertThat(refusal("SELECT Id\nFROM Account\nWHERE ="))
                .hasMessage("\nWHERE =\n      ^\nERROR at Row:3:Column:7\nunexpected token: '='");
    }

    @Test
    void parseWhenOffsetIsTooLargeThenNumberOutsideValidRange() {
        assertThat(Soql.parse("SELECT Id FROM Account OFFSET 2000").offset()).isEqualTo(2000);
        assertThat(refusal("SELECT Id FROM Account OFFSET 2001").errorCode()).isEqualTo("NUMBER_OUTSIDE_VALID_RANGE");
    }

    @Test
    void parseWhenParenthesesAreNestedTooDeeplyThenQueryTooComplicated() {
        String before = "SELECT Id FROM Account WHERE ";
        assertThat(Soql.parse(before + "(".repeat(500) + "a = 1" + ")".repeat(500))
                        .where())
                .isInstanceOf(Condition.Comparison.class);
        assertThat(refusal(before + "(".repeat(501) + "a = 1" + ")".repeat(501)).errorCode())
                .isEqualTo("QUERY_TOO_COMPLICATED");
        assertThat(refusal(before + "NOT ".repeat(501) + "a = 1").errorCode()).isEqualTo("QUERY_TOO_COMPLICATED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT Id FROM Account | SELECT Id FROM Account WHERE Id = '%s'",
                "SELECT Id FROM Account a LIMIT 1 | SELECT Id FROM Account a WHERE Id = '%s' LIMIT 1",
                "SELECT Id FROM A WHERE x=1 OR y=')' LIMIT 1 | SELECT Id FROM A WHERE (x=1 OR y=')') AND Id = '%s' LIMIT 1",
            })
    void restrictedToIdWhenQueryHasOrLacksAConditionThenIdIsAddedToIt(String soql, String restricted) {
        assertThat(Soql.restrictedToId(Soql.parse(soql), ID.substring(0, 15)).text())
                .isEqualTo(restricted.formatted(ID));
    }

    @Test
    void restrictedToIdWhenIdIsMalformedThenRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Soql.restrictedToId(Soql.parse("SELECT Id FROM Account"), "' OR Id != '"));
    }

    @Test
    void fieldsWhenGroupsAreSelectedThenOnlySingleFieldsAreNamed() {
        SoqlQuery query = Soql.parse("SELECT Name, FIELDS(STANDARD) FROM Account");
        assertThat(query.fields()).isEqualTo(List.of("Name"));
        assertThat(query.select()).contains(new SelectItem.FieldSet(SelectItem.Group.STANDARD));
    }
}
