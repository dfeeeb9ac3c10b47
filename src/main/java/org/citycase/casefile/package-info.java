/**
 * The case file: facts, states and legal moves, number, attachments and the append-only case log.
 * Refuses what the law refuses, whoever calls.
 *
 * <p>Neighbours: clock, standard, access.
 */
@org.springframework.modulith.ApplicationModule(displayName = "casefile")
package org.citycase.casefile;
