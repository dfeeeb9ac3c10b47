/**
 * Who may come in and what each may see.
 *
 * <p>Neighbours: standard.
 */
@org.springframework.modulith.ApplicationModule(displayName = "access")
package org.citycase.access;
