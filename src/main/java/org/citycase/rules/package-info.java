/**
 * The only room that knows Drools: decision tables from the rules folder, one answer to a question,
 * and its receipt.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "rules",
    allowedDependencies = {"trail"})
package org.citycase.rules;
