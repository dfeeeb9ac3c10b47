/**
 * The only room that knows Velocity: documents and messages of a case and the door they leave by.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "notice",
    allowedDependencies = {"casefile", "clock", "standard", "trail"})
package org.citycase.notice;
