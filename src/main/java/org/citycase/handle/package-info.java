/** Step 4, 任务处理: the work of the responsible unit, from acceptance of the task to its result. */
@org.springframework.modulith.ApplicationModule(
    displayName = "handle",
    allowedDependencies = {"access", "casefile", "clock", "process", "rules"})
package org.citycase.handle;
