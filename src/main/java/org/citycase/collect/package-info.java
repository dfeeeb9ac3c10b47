/**
 * Step 1, 信息收集: the door of the house. A report comes in (API, replay), a case file with its number
 * goes out and the diagram starts.
 *
 * <p>Neighbours: casefile, standard, clock, process, access.
 */
@org.springframework.modulith.ApplicationModule(displayName = "collect")
package org.citycase.collect;
