/**
 * Base data with validity periods: districts, unit grids, units, people, components, categories and
 * filing conditions, and the import of a city folder.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "standard",
    allowedDependencies = {})
package org.citycase.standard;
