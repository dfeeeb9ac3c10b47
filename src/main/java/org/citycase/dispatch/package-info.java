/**
 * Step 3, 任务派遣: a filed case comes in, a case with one responsible unit and a running clock goes
 * out.
 *
 * <p>Neighbours: casefile, standard, rules, clock, notice, process.
 */
@org.springframework.modulith.ApplicationModule(displayName = "dispatch")
package org.citycase.dispatch;
