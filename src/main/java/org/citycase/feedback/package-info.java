/** Step 5, 处理反馈: the review of what the unit fed back, before anybody is sent to the place. */
@org.springframework.modulith.ApplicationModule(
    displayName = "feedback",
    allowedDependencies = {"casefile", "clock", "process"})
package org.citycase.feedback;
