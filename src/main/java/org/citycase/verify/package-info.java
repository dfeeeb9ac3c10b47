/**
 * Step 6a, 核查: the check on site by a collector of the grid, after handling.
 *
 * <p>Neighbours: casefile, clock, process.
 */
@org.springframework.modulith.ApplicationModule(displayName = "verify")
package org.citycase.verify;
