package org.citycase.standard;

import java.util.List;

/** A whole city, read and checked, not yet written. */
record CityData(
    CitySettings settings,
    CatalogueData localCatalogue,
    List<District> districts,
    List<Unit> units,
    List<Plot> plots,
    List<WorkGrid> workGrids,
    List<Person> people,
    List<Component> components,
    List<CalendarDay> calendar) {}
