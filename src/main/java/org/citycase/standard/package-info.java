/**
 * Base data with validity periods: districts, unit grids, units, people, components, categories and
 * filing conditions, and the import of a city folder.
 *
 * <p>Neighbours: none.
 */
@org.springframework.modulith.ApplicationModule(displayName = "standard")
package org.citycase.standard;
