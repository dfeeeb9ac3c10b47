/** Step 6a, 核查: the check on site by a collector of the grid, after handling. */
@org.springframework.modulith.ApplicationModule(
    displayName = "verify",
    allowedDependencies = {"casefile", "process"})
package org.citycase.verify;
