/**
 * Time: the one source of now, the working calendar, the four limit units, the running clock of a
 * case and its ledger.
 *
 * <p>Neighbours: standard.
 */
@org.springframework.modulith.ApplicationModule(displayName = "clock")
package org.citycase.clock;
