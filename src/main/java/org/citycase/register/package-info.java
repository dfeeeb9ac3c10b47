/**
 * Step 2, 案卷建立: acceptance (受理), verification (核实) and filing (立案). Answers of operators,
 * collectors and duty leaders come in, a filed, refused or merged case goes out.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "register",
    allowedDependencies = {"casefile", "clock", "process", "rules", "standard"})
package org.citycase.register;
