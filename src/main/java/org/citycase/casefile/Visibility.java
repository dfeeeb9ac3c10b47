package org.citycase.casefile;

import org.citycase.access.Viewer;

/**
 * What a viewer may see: the centres every case; a unit the cases it is or was helping to handle; a
 * collector the cases of his area and those he reported.
 */
final class Visibility {

  private Visibility() {}

  static boolean mayRead(Viewer viewer, CaseFile file) {
    return viewer.seesEveryCase()
        || file.reported().reportedBy().equals(viewer.user())
        || viewer.units().contains(file.assignment().unit())
        || file.assignment().coUnits().stream().anyMatch(viewer.units()::contains)
        || viewer.areas().stream().anyMatch(file.place().grid()::startsWith);
  }

  /** Auditors, leaders and process owners read; they add nothing. */
  static boolean mayWork(Viewer viewer, CaseFile file) {
    return mayRead(viewer, file) && !viewer.onlyReads();
  }

  /** The same of the table of case files (f), for who does not see every case. */
  static Conditions own(Viewer viewer) {
    Conditions any = new Conditions().add("f.reported_by = ?", viewer.user());
    any.addAnyOf("f.unit", viewer.units());
    viewer
        .units()
        .forEach(
            unit ->
                any.add(
                    "CONCAT(',', f.co_units, ',') LIKE ? ESCAPE '!'",
                    "%," + Conditions.escaped(unit) + ",%"));
    viewer.areas().forEach(area -> any.addBegin("f.grid", area));
    return any;
  }
}
