package org.citycase.close;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.citycase.casefile.Attachments;
import org.citycase.casefile.CaseDesk;
import org.citycase.casefile.CaseDesk.Trail;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.Place;
import org.springframework.stereotype.Component;

/**
 * 虚假反馈: what proves, when a check failed, that the after-photos show no work: one of them had been
 * shown before the unit began to work, or was taken somewhere else. Cases of the same problem,
 * merged or linked, show the same place and prove nothing. Read from the log, whose order no two
 * photos share.
 */
@Component
class FalseFeedback {

  private static final Set<String> BEGINNINGS =
      Set.of(CaseState.DISPATCHED.name(), CaseState.FEEDBACK.name(), CaseState.CHECKING.name());

  private final CaseDesk desk;
  private final Attachments attachments;

  FalseFeedback(CaseDesk desk, Attachments attachments) {
    this.desk = desk;
    this.attachments = attachments;
  }

  /**
   * The sentence that says what is wrong with a photo of the last feedback; empty when nothing is.
   *
   * @param metres how far from the case a photo may have been taken
   */
  Optional<String> proof(CaseFile file, int metres) {
    List<Trail> trail = desk.trail(file.number());
    int fedBack = last(trail, trail.size(), FalseFeedback::isFeedback);
    int began = last(trail, fedBack, FalseFeedback::isBeginning);
    Set<String> shown = new HashSet<>();
    Set<String> family = family(file);
    trail.subList(0, began).stream()
        .filter(FalseFeedback::isPhoto)
        .map(this::sha)
        .forEach(shown::add);
    return trail.subList(began, fedBack).stream()
        .filter(entry -> isPhoto(entry) && entry.data().path("kind").asText().equals("after"))
        .map(
            photo ->
                shown.contains(sha(photo))
                    ? Optional.of(old(photo, file.number()))
                    : elsewhere(photo, file, family, metres))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> elsewhere(Trail photo, CaseFile file, Set<String> family, int metres) {
    Optional<String> other = attachments.shownBefore(sha(photo), family, photo.at());
    if (other.isPresent()) {
      return other.map(number -> old(photo, number));
    }
    if (!photo.data().has("lat")) {
      return Optional.empty();
    }
    double lat = photo.data().path("lat").asDouble();
    double lng = photo.data().path("lng").asDouble();
    long away = Math.round(file.place().metresTo(new Place(lat, lng, null, null, null)));
    return away <= metres
        ? Optional.empty()
        : Optional.of("Photo %s was taken %d m away.".formatted(sha(photo), away));
  }

  private Set<String> family(CaseFile file) {
    Set<String> family = new HashSet<>(desk.mergedInto(file.number()));
    family.addAll(desk.linkedTo(file.number()));
    family.add(file.number());
    family.add(file.parentCase());
    return family;
  }

  private String sha(Trail photo) {
    return photo.data().path("sha256").asText();
  }

  private String old(Trail photo, String number) {
    return "Photo %s was shown before, in case %s.".formatted(sha(photo), number);
  }

  private static boolean isPhoto(Trail entry) {
    return entry.action().equals("addAttachment");
  }

  private static boolean isFeedback(Trail entry) {
    return CaseState.HANDLING.name().equals(entry.from())
        && CaseState.FEEDBACK.name().equals(entry.to());
  }

  private static boolean isBeginning(Trail entry) {
    return entry.action().equals("stageDone")
        || entry.from() != null
            && BEGINNINGS.contains(entry.from())
            && CaseState.HANDLING.name().equals(entry.to());
  }

  /** The place behind the last such entry before an end; the beginning when there is none. */
  private static int last(List<Trail> trail, int end, Predicate<Trail> wanted) {
    for (int i = end - 1; i >= 0; i--) {
      if (wanted.test(trail.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }
}
