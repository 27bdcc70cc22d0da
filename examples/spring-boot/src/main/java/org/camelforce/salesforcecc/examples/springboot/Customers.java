package org.camelforce.salesforcecc.examples.springboot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table of customers. Whoever changes a row counts its {@code version} up; {@code synced_version} is the one that
 * the org has, or has refused. Safe for use by several threads.
 */
@Repository
public class Customers {

    /** As many records as Salesforce takes in one request. */
    public static final int BATCH = 200;

    private final JdbcClient jdbc;

    /** @param jdbc the database */
    public Customers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return customers that the org does not have as they are, {@value #BATCH} at most */
    public List<Customer> changed() {
        return jdbc.sql("select number, name, phone, version from customer where version > synced_version"
                        + " order by number limit " + BATCH)
                .query(Customer.class)
                .list();
    }

    /**
     * @param customer what the org has now; the row may have changed since
     * @param accountId its id there
     */
    public void stored(Customer customer, String accountId) {
        jdbc.sql(
                        "update customer set synced_version = :version, account_id = :id, refusal = null where number = :number")
                .param("version", customer.version())
                .param("id", accountId)
                .param("number", customer.number())
                .update();
    }

    /**
     * @param customer what the org has refused; it is tried again when the row changes
     * @param refusal why
     */
    public void refused(Customer customer, String refusal) {
        jdbc.sql("update customer set synced_version = :version, refusal = :refusal where number = :number")
                .param("version", customer.version())
                .param("refusal", refusal)
                .param("number", customer.number())
                .update();
    }

    /**
     * Takes a change over, unless the row has a change that is still on its way to the org: then that one wins.
     *
     * @param accountId id of the account that changed
     * @param name its new name, or null if it is the same
     * @param phone its new phone number, or null if it is the same
     * @return whether a row has changed
     */
    public boolean changedInSalesforce(String accountId, @Nullable String name, @Nullable String phone) {
        return jdbc.sql(
                                "update customer set name = coalesce(:name, name), phone = coalesce(:phone, phone),"
                                        + " version = version + 1, synced_version = version + 1"
                                        + " where account_id = :id and version = synced_version"
                                        + " and (name <> coalesce(:name, name) or phone is distinct from coalesce(:phone, phone))")
                        .param("name", name)
                        .param("phone", phone)
                        .param("id", accountId)
                        .update()
                > 0;
    }
}
