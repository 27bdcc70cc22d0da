package org.camelforce.salesforcecc.internal.operation.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.AbstractSObjectBase;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a record by name.
 *
 * @param record an object of a user's class
 * @param field its name in Salesforce, for which the class has a getter and a setter
 */
record RecordProperties(AbstractSObjectBase record, String field) {

    /** The field's value. */
    @Nullable
    Object value() throws SalesforceException {
        return call(method("get" + field));
    }

    /** Sets the field, to a value that it has had or to null. */
    void set(@Nullable Object value) throws SalesforceException {
        call(method("set" + field, method("get" + field).getReturnType()), value);
    }

    private Method method(String name, Class<?>... parameters) throws SalesforceException {
        try {
            return record.getClass().getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new SalesforceException(
                    "Class " + record.getClass().getName() + " has no method " + name + " for field " + field
                            + ", which option sObjectIdName names",
                    e);
        }
    }

    private @Nullable Object call(Method method, @Nullable Object... arguments) throws SalesforceException {
        try {
            return method.invoke(record, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new SalesforceException(
                    "Method " + method.getName() + " of class "
                            + record.getClass().getName() + " cannot be called: " + e,
                    e);
        }
    }
}
