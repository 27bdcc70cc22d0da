package org.camelforce.salesforcecc.simulator.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * The org's records. Every method is one transaction, or part of the one that {@link #inTransaction} opened on the
 * calling thread. A request that fails throws {@link ApiException} and changes nothing. Names of objects and fields are
 * matched without regard to case and answered in their declared spelling. Safe for use by several threads.
 */
public interface Records {

    /**
     * @param type object name
     * @param fields values to set
     * @param userId who creates it
     * @return the new record's 18-character id
     */
    String create(String type, ObjectNode fields, String userId);

    /**
     * @param type object name
     * @param id record id in either form
     * @param fields values to set; a JSON null clears the field
     * @param userId who updates it
     */
    void update(String type, String id, ObjectNode fields, String userId);

    /**
     * Moves a record to the recycle bin, where {@code queryAll} still finds it.
     *
     * @param type object name
     * @param id record id in either form
     * @param userId who deletes it
     */
    void delete(String type, String id, String userId);

    /**
     * @param type object name
     * @param id record id in either form
     * @param fields the fields wanted; empty for all
     * @return the record without {@code attributes}
     */
    ObjectNode retrieve(String type, String id, Collection<String> fields);

    /**
     * @param type object name
     * @param externalIdField a field declared as external id
     * @param value its value
     * @return the one record that has it
     */
    ObjectNode retrieveByExternalId(String type, String externalIdField, String value);

    /**
     * @param type object name
     * @param id record id in either form
     * @param field a blob field, for example {@code Body} of an attachment
     * @return its bytes; none if it is empty
     */
    byte[] retrieveBlob(String type, String id, String field);

    /**
     * @param soql the query
     * @return the rows that it found, without those in the recycle bin: the selected fields in the order of the select
     *     list, parent fields nested, children in an array; none for {@code SELECT COUNT()}
     */
    List<ObjectNode> query(String soql);

    /**
     * @param soql the query
     * @return the rows that it found, those in the recycle bin included, otherwise as {@link #query}
     */
    List<ObjectNode> queryAll(String soql);

    /**
     * Runs work in one transaction: all of it is committed, or nothing if it throws.
     *
     * @param <T> what the work returns
     * @param work calls methods of this object on the calling thread
     * @return what the work returned
     */
    <T> T inTransaction(Supplier<T> work);
}
