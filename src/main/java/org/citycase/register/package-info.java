/**
 * Step 2, 案卷建立: acceptance (受理), verification (核实) and filing (立案). Answers of operators,
 * collectors and duty leaders come in, a filed, refused or merged case goes out.
 *
 * <p>Neighbours: casefile, standard, rules, notice, process.
 */
@org.springframework.modulith.ApplicationModule(displayName = "register")
package org.citycase.register;
