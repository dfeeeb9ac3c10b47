package org.citycase.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.citycase.ContentFolder;
import org.citycase.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Deploys the forms and the diagrams of the processes folder at the start, one deployment each, so
 * that a changed diagram makes a new version of itself alone. A diagram that does not parse stops
 * the start.
 */
@Component
class ContentDeployment {

  private static final Logger LOG = LoggerFactory.getLogger(ContentDeployment.class);

  private final RepositoryService repository;
  private final ContentFolder content;
  private final FormDeployment forms;
  private volatile boolean done;

  ContentDeployment(RepositoryService repository, ContentFolder content, FormDeployment forms) {
    this.repository = repository;
    this.content = content;
    this.forms = forms;
  }

  @EventListener(ApplicationStartedEvent.class)
  void deploy() throws IOException {
    List<Path> diagrams;
    try (Stream<Path> files = Files.list(content.processes())) {
      diagrams = files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
    forms.follow();
    for (Path diagram : diagrams) {
      deploy(diagram);
    }
    done = true;
  }

  private void deploy(Path diagram) throws IOException {
    String name = diagram.getFileName().toString();
    try {
      DeploymentWithDefinitions deployment =
          repository
              .createDeployment()
              .name(name)
              .source("processes folder")
              .enableDuplicateFiltering(true)
              .addInputStream(name, new ByteArrayInputStream(Files.readAllBytes(diagram)))
              .deployWithResult();
      LOG.info("Diagram {} is in force (deployment {}).", name, deployment.getId());
    } catch (Refusal e) {
      throw new IllegalStateException("processes/" + name + ": " + e.getMessage(), e);
    }
  }

  boolean isDone() {
    return done;
  }
}
