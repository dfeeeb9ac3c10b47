package org.citycase.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.citycase.access.Viewer;
import org.citycase.bench.Walk.Step;
import org.citycase.casefile.Attachments;
import org.citycase.casefile.Channel;
import org.citycase.casefile.SentPhoto;
import org.citycase.collect.Report;
import org.citycase.collect.Reports;
import org.citycase.process.CaseProcess;
import org.citycase.process.CaseProcess.OpenTask;
import org.citycase.process.SimulatedTime;
import org.citycase.standard.Grid;
import org.citycase.standard.Grids;
import org.locationtech.jts.geom.Point;

/** The real service: rules, case file, log, clock, photos, notices and authorizations. */
final class ServiceCorridor implements Corridor {

  private static final Instant MORNING = Instant.parse("2026-03-10T01:00:00Z");
  private static final String DISTRICT = "110101";

  private final CountedService service;
  private final Reports reports;
  private final Attachments attachments;
  private final CaseProcess process;
  private final List<Point> places;

  ServiceCorridor(CountedService service) {
    this.service = service;
    this.reports = service.get(Reports.class);
    this.attachments = service.get(Attachments.class);
    this.process = service.get(CaseProcess.class);
    Grids grids = service.get(Grids.class);
    this.places =
        grids.all().stream()
            .filter(grid -> grid.county().equals(DISTRICT))
            .map(Grid::code)
            .map(code -> grids.polygon(code).orElseThrow().getCentroid())
            .toList();
    service.get(SimulatedTime.class).moveTo(MORNING);
  }

  @Override
  public Tally tally() {
    return service.tally();
  }

  /** Reports the case of this number and leaves it where the rules bring it. */
  String open(int number) {
    Walk walk = Walk.of(number);
    return reports.receive(report(walk, number), sender(walk)).number();
  }

  @Override
  public void walk(int number) {
    Walk walk = Walk.of(number);
    String caseNumber = open(number);
    for (Step step : walk.steps) {
      if (step.task().equals("user_handleCase")) {
        Viewer clerk = new Viewer(step.person(), Set.of("unit-" + walk.unit));
        attachments.add(caseNumber, "after", List.of(photo(-1 - number)), clerk);
      }
      process.complete(open(caseNumber, step), step.person(), step.said());
    }
    if (!process.tasksOf(caseNumber).isEmpty()) {
      throw new IllegalStateException("Case " + caseNumber + " has not come to its end.");
    }
  }

  private String open(String caseNumber, Step step) {
    return process.tasksOf(caseNumber).stream()
        .filter(task -> task.key().equals(step.task()))
        .map(OpenTask::id)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException(caseNumber + " does not wait at " + step.task()));
  }

  private static Viewer sender(Walk walk) {
    return walk.channel == Channel.COLLECTOR
        ? new Viewer("chen", Set.of("collectors"))
        : new Viewer("li", Set.of("operators"));
  }

  private Report report(Walk walk, int number) {
    Point place = places.get(number / Walk.values().length % places.size());
    boolean collector = walk.channel == Channel.COLLECTOR;
    boolean calledBack = walk.has("user_callBack");
    return new Report(
        walk.channel,
        walk.category,
        walk.condition,
        null,
        "测试 Test",
        place.getY(),
        place.getX(),
        null,
        null,
        calledBack ? "市民" : null,
        calledBack ? "13800000000" : null,
        null,
        collector ? List.of(photo(number)) : List.of(),
        List.of(),
        false,
        false,
        null);
  }

  /** A small picture that no other case has. */
  private static SentPhoto photo(int number) {
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, number & 0xffffff);
    picture.setRGB(1, 0, number >>> 24);
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", bytes);
      return new SentPhoto(number + ".png", bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
