package org.citycase.replay;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.citycase.Refusal;
import org.citycase.Wordless;
import org.citycase.clock.CityClock;
import org.citycase.clock.WorkCalendar;
import org.citycase.collect.Reports;
import org.citycase.process.CaseProcess;
import org.citycase.process.SimulatedTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Replays of recorded reports, one at a time; there are none outside a simulation. */
@RestController
@Profile("simulation")
@RequestMapping("/api/replay")
class ReplayController implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ReplayController.class);

  private final Replay.House house;
  private final Figures figures;
  private final Map<String, Replay> replays = new ConcurrentHashMap<>();
  private final ExecutorService runner = Executors.newSingleThreadExecutor();

  ReplayController(
      Reports reports,
      CaseProcess process,
      Crowd crowd,
      SimulatedTime time,
      CityClock clock,
      Figures figures) {
    this.house = new Replay.House(reports, process, crowd, time, clock);
    this.figures = figures;
  }

  /** How far a replay is. */
  record Progress(
      String state,
      int reports,
      List<Replay.Refused> refused,
      Map<String, Long> byState,
      int tasks,
      long decisions,
      Figures.Clocks clocks,
      Instant simulatedUntil,
      long wallMillis,
      String failure) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Map<String, String>> start(
      @RequestParam MultipartFile reports,
      @RequestParam String crowd,
      @RequestParam(required = false) OffsetDateTime until)
      throws IOException {
    if (until != null) {
      WorkCalendar.requireReach("until", until.toInstant());
    }
    Replay replay =
        new Replay(
            house,
            RecordedReports.read(reports.getInputStream(), house.clock().getZone()),
            pace(crowd),
            until == null ? null : until.toInstant());
    String id = UUID.randomUUID().toString();
    replays.put(id, replay);
    runner.execute(
        () -> {
          try {
            replay.run();
          } catch (RuntimeException e) {
            LOG.error("Replay {} failed.", id, Wordless.of(e));
          }
        });
    return ResponseEntity.accepted()
        .location(URI.create("/api/replay/" + id))
        .body(Map.of("id", id));
  }

  private static Replay.Pace pace(String crowd) {
    return switch (crowd) {
      case "perfect" -> Replay.Pace.PERFECT;
      case "recorded" -> Replay.Pace.RECORDED;
      default ->
          throw Refusal.ofField(
              Refusal.Kind.MALFORMED,
              "crowd",
              "There is no crowd '" + crowd + "': use perfect or recorded.");
    };
  }

  @GetMapping("/{id}")
  Progress progress(@PathVariable String id) {
    Replay replay = replay(id);
    return new Progress(
        replay.state(),
        replay.taken(),
        replay.refused(),
        figures.byState(),
        replay.tasks(),
        figures.decisions(),
        figures.clocks(house.clock().instant()),
        house.clock().instant(),
        replay.wallMillis(),
        replay.failure());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stop(@PathVariable String id) {
    replay(id).stop();
  }

  private Replay replay(String id) {
    Replay replay = replays.get(id);
    if (replay == null) {
      throw new Refusal(Refusal.Kind.UNKNOWN, "There is no replay " + id + ".");
    }
    return replay;
  }

  @Override
  public void destroy() {
    replays.values().forEach(Replay::stop);
    runner.shutdownNow();
  }
}
