package org.citycase.casefile;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import org.citycase.access.Viewer;
import org.springframework.data.jpa.domain.Specification;

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

  static Specification<CaseFile> of(Viewer viewer) {
    return (file, query, is) ->
        viewer.seesEveryCase() ? is.conjunction() : is.or(own(viewer, file, is));
  }

  private static Predicate[] own(Viewer viewer, Root<CaseFile> file, CriteriaBuilder is) {
    List<Predicate> any = new ArrayList<>();
    any.add(is.equal(file.get("reported").get("reportedBy"), viewer.user()));
    for (String unit : viewer.units()) {
      any.add(is.equal(file.get("assignment").get("unit"), unit));
      any.add(
          is.like(
              is.concat(is.concat(",", file.get("assignment").get("coUnits")), ","),
              "%," + unit + ",%"));
    }
    for (String area : viewer.areas()) {
      any.add(is.like(file.get("place").get("grid"), area + "%"));
    }
    return any.toArray(Predicate[]::new);
  }
}
