/**
 * Step 4, 任务处理: the work of the responsible unit, from acceptance of the task to its result.
 *
 * <p>Neighbours: casefile, rules, clock, process.
 */
@org.springframework.modulith.ApplicationModule(displayName = "handle")
package org.citycase.handle;
