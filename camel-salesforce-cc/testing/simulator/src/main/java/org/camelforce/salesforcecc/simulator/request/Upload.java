package org.camelforce.salesforcecc.simulator.request;

/**
 * A binary part that arrived with a record.
 *
 * @param object the record's object in its declared spelling
 * @param id the record's 18-character id
 * @param field the blob field that the part was named after
 * @param length in bytes
 * @param sha256 of its bytes, in lower-case hexadecimal digits
 */
public record Upload(String object, String id, String field, long length, String sha256) {}
