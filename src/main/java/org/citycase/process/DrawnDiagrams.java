package org.citycase.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.citycase.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The versions of the diagrams; a version never changes, so each is read once. */
@Component
class DrawnDiagrams {

  private final ObjectProvider<RepositoryService> repository;
  private final Map<String, DrawnDiagram> known = new ConcurrentHashMap<>();

  DrawnDiagrams(ObjectProvider<RepositoryService> repository) {
    this.repository = repository;
  }

  /** This version, or what its id tells when it is not there any more. */
  DrawnDiagram of(String definitionId) {
    DrawnDiagram seen = known.get(definitionId);
    if (seen != null) {
      return seen;
    }
    ProcessDefinition definition = find(definitionId);
    if (definition == null) {
      return DrawnDiagram.gone(definitionId);
    }
    DrawnDiagram read = read(definition);
    known.put(definitionId, read);
    return read;
  }

  /** The id of the version of cityCase that new cases walk on. */
  String newest() {
    return repository
        .getObject()
        .createProcessDefinitionQuery()
        .processDefinitionKey(CaseProcess.KEY)
        .latestVersion()
        .singleResult()
        .getId();
  }

  /** The BPMN text. */
  String text(String definitionId) {
    if (find(definitionId) == null) {
      throw new Refusal(
          Refusal.Kind.UNKNOWN,
          "There is no diagram %s: take its id from the path of a case.".formatted(definitionId));
    }
    try (InputStream text = repository.getObject().getProcessModel(definitionId)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessDefinition find(String definitionId) {
    return repository
        .getObject()
        .createProcessDefinitionQuery()
        .processDefinitionId(definitionId)
        .singleResult();
  }

  private DrawnDiagram read(ProcessDefinition definition) {
    BpmnModelInstance model = repository.getObject().getBpmnModelInstance(definition.getId());
    Map<String, String> names = new TreeMap<>();
    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      if (element.getName() != null && !(element instanceof SequenceFlow)) {
        names.put(element.getId(), element.getName().trim().replaceAll("\\s+", " "));
      }
    }
    List<DrawnDiagram.Flow> flows =
        model.getModelElementsByType(SequenceFlow.class).stream()
            .map(
                flow ->
                    new DrawnDiagram.Flow(
                        flow.getId(), flow.getSource().getId(), flow.getTarget().getId()))
            .toList();
    Deployment deployment =
        repository
            .getObject()
            .createDeploymentQuery()
            .deploymentId(definition.getDeploymentId())
            .singleResult();
    return new DrawnDiagram(
        definition.getId(),
        definition.getKey(),
        definition.getVersion(),
        deployment == null ? null : deployment.getDeploymentTime().toInstant(),
        names,
        flows);
  }
}
