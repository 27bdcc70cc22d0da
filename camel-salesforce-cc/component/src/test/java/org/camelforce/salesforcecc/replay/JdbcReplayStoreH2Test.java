package org.camelforce.salesforcecc.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camelforce.salesforcecc.replay.Positions.ORDERS;
import static org.camelforce.salesforcecc.replay.Positions.number;

import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcReplayStoreH2Test extends JdbcReplayStoreContract {

    @Override
    DataSource dataSource() {
        return h2("positions", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL", "MySQL", "MariaDB", "Oracle", "MSSQLServer", "DB2"})
    void commitWhenH2ImitatesAnotherDatabaseThenFoundByTheNextClaim(String mode) throws IOException {
        JdbcReplayStore store = new JdbcReplayStore(h2("imitation-" + mode, ";MODE=" + mode));
        try (PositionClaim claim = store.claim(ORDERS)) {
            claim.commit(number(4));
        }

        try (PositionClaim claim = store.claim(ORDERS)) {
            assertThat(claim.found()).contains(number(4));
        }
    }

    @Test
    void claimWhenTheDatabaseIgnoresCaseThenASecondSpellingFails() throws IOException {
        JdbcReplayStore store = new JdbcReplayStore(h2("ignoring", ";IGNORECASE=TRUE"));
        store.claim(ORDERS).close();

        assertThatThrownBy(() -> store.claim(new PositionKey(ORDERS.orgId(), ORDERS.channel(), "BILLING")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("for the same as BILLING");
    }

    @Test
    void claimWhenTheDatabaseCannotBeReachedThenFails() {
        JdbcDataSource unreachable = new JdbcDataSource();
        unreachable.setURL("jdbc:h2:mem:none;IFEXISTS=TRUE");

        assertThatThrownBy(() -> new JdbcReplayStore(unreachable).claim(ORDERS))
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(SQLException.class)
                .hasMessageContaining("cannot be read")
                .hasMessageNotContaining("is missing");
    }

    @Test
    void claimWhenTableHasASchemaThenUsed() throws IOException {
        JdbcReplayStore store = new JdbcReplayStore(dataSource(), "PUBLIC.positions_2");
        store.claim(ORDERS).close();

        assertThat(store)
                .hasToString("JdbcReplayStore[tableName=PUBLIC.positions_2, owner=" + ProcessName.name() + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a;drop table b", "a.b.c.d", "1a", "a.", "\"a\"", "a--"})
    void constructorWhenTableNameIsNotPlainThenRefused(String name) {
        assertThatThrownBy(() -> new JdbcReplayStore(dataSource(), name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tableName must be letters, digits and underscores");
    }

    @Test
    void ownerWhenBlankThenRefused() {
        assertThatThrownBy(() -> new JdbcReplayStore(dataSource()).setOwner(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("owner must have 1 to 255 characters");
    }

    private static JdbcDataSource h2(String name, String settings) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1" + settings);
        return source;
    }
}
