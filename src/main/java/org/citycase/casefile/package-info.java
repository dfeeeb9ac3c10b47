/**
 * The case file: facts, states and legal moves, number, attachments and the append-only case log.
 * Refuses what the law refuses, whoever calls.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "casefile",
    allowedDependencies = {"access", "clock", "rules", "standard"})
package org.citycase.casefile;
