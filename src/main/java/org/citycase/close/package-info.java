/**
 * Step 6b, 结案: the closing standard and the duty leader decide whether the case is closed.
 *
 * <p>Neighbours: casefile, rules, notice, clock, process.
 */
@org.springframework.modulith.ApplicationModule(displayName = "close")
package org.citycase.close;
