/**
 * Step 5, 处理反馈: the review of what the unit fed back, before anybody is sent to the place.
 *
 * <p>Neighbours: casefile, clock, process.
 */
@org.springframework.modulith.ApplicationModule(displayName = "feedback")
package org.citycase.feedback;
