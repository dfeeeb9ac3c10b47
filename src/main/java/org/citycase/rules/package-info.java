/**
 * The only room that knows Drools: decision tables from the rules folder, one answer to a question,
 * and its receipt.
 *
 * <p>Neighbours: none.
 */
@org.springframework.modulith.ApplicationModule(displayName = "rules")
package org.citycase.rules;
