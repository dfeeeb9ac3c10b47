/**
 * Time: the one source of now, the working calendar, the four limit units, the running clock of a
 * case and its ledger.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "clock",
    allowedDependencies = {"rules", "standard", "trail"})
package org.citycase.clock;
