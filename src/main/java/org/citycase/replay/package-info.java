/** A recorded month of reports walked through the whole house by a crowd; simulation only. */
@org.springframework.modulith.ApplicationModule(
    displayName = "replay",
    allowedDependencies = {"access", "casefile", "clock", "collect", "process", "standard"})
package org.citycase.replay;
