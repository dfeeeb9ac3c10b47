/**
 * A recorded month of reports walked through the whole house by a crowd; simulation only.
 *
 * <p>Neighbours: collect, process, clock.
 */
@org.springframework.modulith.ApplicationModule(displayName = "replay")
package org.citycase.replay;
