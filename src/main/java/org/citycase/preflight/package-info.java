/**
 * What an operator asks before a start: whether the settings, the database and the owners' folders
 * are as a start needs them.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "preflight",
    allowedDependencies = {"access", "database", "process", "rules", "trail"})
package org.citycase.preflight;
