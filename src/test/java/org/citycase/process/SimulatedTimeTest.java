package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Moving the clock of a simulation fires every timer on the way, each at its own instant. */
@CityTest
class SimulatedTimeTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;
  private String deployment;

  @BeforeEach
  void twoTimersWait() {
    desk.at("2026-03-10T09:00:00+08:00");
    String rubbish = city.report("chen", "collector", "E01-10").number();
    BpmnModelInstance diagram =
        Bpmn.createExecutableProcess("twoTimers")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .parallelGateway("fork")
            .intermediateCatchEvent("late")
            .timerWithDate("${stageTimer.at(execution, 50)}")
            .intermediateCatchEvent("last")
            .timerWithDate("${stageTimer.at(execution, 75)}")
            .endEvent()
            .moveToNode("fork")
            .intermediateCatchEvent("early")
            .timerWithDate("${stageTimer.at(execution, 25)}")
            .endEvent()
            .done();
    deployment =
        repository.createDeployment().addModelInstance("two.bpmn", diagram).deploy().getId();
    runtime.startProcessInstanceByKey("twoTimers", rubbish);
  }

  @AfterEach
  void away() {
    repository.deleteDeployment(deployment, true);
  }

  private List<HistoricActivityInstance> fired() {
    return history
        .createHistoricActivityInstanceQuery()
        .activityType("intermediateTimer")
        .finished()
        .orderByHistoricActivityInstanceEndTime()
        .asc()
        .list()
        .stream()
        .filter(timer -> timer.getProcessDefinitionKey().equals("twoTimers"))
        .toList();
  }

  @Test
  void everyTimerDueOnTheWayFiresInOrderAlsoOnesThatBeginOnTheWay() {
    city.at("2026-03-10T09:59:59+08:00");
    assertThat(fired()).isEmpty();
    city.at("2026-03-10T12:00:00+08:00");
    assertThat(fired())
        .extracting(HistoricActivityInstance::getActivityId)
        .containsExactly("early", "late", "last");
    assertThat(fired())
        .extracting(HistoricActivityInstance::getEndTime)
        .extracting(Date::toInstant)
        .extracting(Object::toString)
        .containsExactly("2026-03-10T02:00:00Z", "2026-03-10T03:00:00Z", "2026-03-10T04:00:00Z");
  }
}
