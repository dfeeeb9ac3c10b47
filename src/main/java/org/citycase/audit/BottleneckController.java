package org.citycase.audit;

import org.citycase.clock.CityClock;
import org.citycase.process.Bottlenecks;
import org.citycase.process.Paths;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where cases lose time and turn in circles, and the diagram to draw it on. */
@RestController
@RequestMapping("/api/audit/bottlenecks")
class BottleneckController {

  private final Bottlenecks bottlenecks;
  private final Paths paths;
  private final CityClock clock;

  BottleneckController(Bottlenecks bottlenecks, Paths paths, CityClock clock) {
    this.bottlenecks = bottlenecks;
    this.paths = paths;
    this.clock = clock;
  }

  @GetMapping
  Bottlenecks.Report found(BottleneckQuestion asked) {
    return bottlenecks.of(asked.filter(clock.getZone()));
  }

  @GetMapping(path = "/{definition}/diagram", produces = MediaType.APPLICATION_XML_VALUE)
  String diagram(@PathVariable String definition) {
    return paths.diagram(definition);
  }
}
