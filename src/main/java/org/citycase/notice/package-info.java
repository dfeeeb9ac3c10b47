/**
 * The only room that knows Velocity: documents and messages of a case and the door they leave by.
 *
 * <p>Neighbours: casefile.
 */
@org.springframework.modulith.ApplicationModule(displayName = "notice")
package org.citycase.notice;
