/**
 * The database under the service: what is set for it, what is asked of it before a start, who
 * prepares it when several nodes start, and the character set of its tables.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "database",
    allowedDependencies = {"clock"})
package org.citycase.database;
