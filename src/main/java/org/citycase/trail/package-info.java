/**
 * The trail (追溯) below every case: which rows are witnessed, in which form they are hashed, and the
 * chain that proves that none was altered, removed or added. The house's lowest room: every room
 * that stores evidence may use it.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "trail",
    allowedDependencies = {})
package org.citycase.trail;
