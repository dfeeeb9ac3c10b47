/** Step 6b, 结案: the closing standard and the duty leader decide whether the case is closed. */
@org.springframework.modulith.ApplicationModule(
    displayName = "close",
    allowedDependencies = {"casefile", "clock", "process", "rules", "supervise"})
package org.citycase.close;
