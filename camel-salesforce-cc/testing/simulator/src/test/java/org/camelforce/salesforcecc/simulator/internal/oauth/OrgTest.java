package org.camelforce.salesforcecc.simulator.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.camelforce.salesforcecc.simulator.oauth.Org.User;
import org.junit.jupiter.api.Test;

class OrgTest {

    private final InMemoryOrg org = TestOrgs.acme();

    @Test
    void addUserWhenNameInUseThenThrows() {
        org.addUser("robot@acme.example");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> org.addUser("ROBOT@acme.example"))
                .withMessage("duplicate username ROBOT@acme.example");
    }

    @Test
    void addUserWhenNewThenHasOwnId() {
        User first = org.addUser("robot@acme.example");
        User second = org.addUser("other@acme.example");

        assertThat(first.id()).startsWith("005").hasSize(18).isNotEqualTo(second.id());
        assertThat(org.userById(second.id())).hasValue(second);
    }

    @Test
    void constructorWhenIdIsNotOfAnOrgThenThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InMemoryOrg("001xx0000000001", "acme.my.salesforce.com", username -> username))
                .withMessage("an org ID starts with 00D, but this is 001xx0000000001");
    }
}
