/**
 * Changes of the standards before they are in force: drafts of tables, what past cases would have
 * got by them, and their publication by a second process owner.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "release",
    allowedDependencies = {"access", "casefile", "clock", "rules", "standard", "trail"})
package org.citycase.release;
