package org.citycase.replay;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.citycase.casefile.Attachments;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.SentPhoto;
import org.citycase.process.CaseProcess;
import org.citycase.process.CaseProcess.OpenTask;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Grids;
import org.citycase.standard.Unit;
import org.citycase.standard.Units;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People who do every task of a simulation rightly, each as a member of the task's group. */
@Component
@Profile("simulation")
class Crowd {

  private static final Duration WITHOUT_LIMIT = Duration.ofMinutes(5);

  private final CaseProcess process;
  private final CaseFiles files;
  private final Attachments attachments;
  private final Catalogue catalogue;
  private final Grids grids;
  private final Units units;

  Crowd(
      CaseProcess process,
      CaseFiles files,
      Attachments attachments,
      Catalogue catalogue,
      Grids grids,
      Units units) {
    this.process = process;
    this.files = files;
    this.attachments = attachments;
    this.catalogue = catalogue;
    this.grids = grids;
    this.units = units;
  }

  /** Half of the task's limit after now. */
  Instant halfway(OpenTask task, Instant now) {
    if (task.dueAt() == null) {
      return now.plus(WITHOUT_LIMIT);
    }
    Duration left = Duration.between(now, task.dueAt());
    return left.isNegative() ? now : now.plus(left.dividedBy(2));
  }

  /** Does the task; {@code duplicateOf} is the open case the report repeats, or null. */
  @Transactional
  public void work(OpenTask task, String duplicateOf) {
    CaseFile file = files.get(task.caseNumber());
    String person = person(task, file);
    process.complete(task.id(), person, answer(task, file, person, duplicateOf));
  }

  private String person(OpenTask task, CaseFile file) {
    List<String> candidates = process.candidates(task.id());
    return candidates.stream()
        .filter(user -> !user.equals(file.assignment().fedBackBy()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Nobody of the city may do %s of case %s."
                        .formatted(task.key(), task.caseNumber())));
  }

  private Map<String, Object> answer(
      OpenTask task, CaseFile file, String person, String duplicateOf) {
    Map<String, Object> said = new HashMap<>();
    switch (task.key()) {
      case "user_acceptReport" -> {
        said.put("outcome", duplicateOf == null ? "accepted" : "merged");
        said.put("mergedInto", duplicateOf);
      }
      case "user_verifyReport" -> said.put("outcome", "true");
      case "user_fileCase" -> {
        said.put("outcome", "filed");
        said.put("condition", condition(file));
      }
      case "user_dispatchCase", "user_coordinateCase" -> {
        said.put("outcome", "dispatched");
        said.put("unit", unit(file));
      }
      case "user_handleCase" -> {
        attachments.add(file, "after", attachments.keep(List.of(photo(file.number()))), person);
        said.put("outcome", "done");
        said.put("result", "已处理 Done");
      }
      case "user_orderSubstitute" -> {
        said.put("outcome", "notNeeded");
        said.put("reason", "单位仍在处置 The unit is at work");
      }
      default -> said.put("outcome", task.contract().outcomes().get(0).name());
    }
    return said;
  }

  private String condition(CaseFile file) {
    return file.condition() != null
        ? file.condition()
        : catalogue.conditionsOf(file.category()).get(0).id();
  }

  private String unit(CaseFile file) {
    String type = catalogue.condition(condition(file)).orElseThrow().unitType();
    return units.ofType(type, grids.find(file.place().grid()).orElseThrow()).stream()
        .map(Unit::code)
        .findFirst()
        .orElseGet(() -> units.all().get(0).code());
  }

  /** A small picture that no other case has. */
  static SentPhoto photo(String number) {
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64; i++) {
      picture.setRGB(i % 8, i / 8, (number + i).hashCode() & 0xffffff);
    }
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", bytes);
      return new SentPhoto(number + ".png", bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
