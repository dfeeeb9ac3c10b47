package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.citycase.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What receipts name stays in the engine's repository. */
@CityTest
class KeptDeploymentsTest {

  private static final String EMPTY =
      "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='x'/>";

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private RepositoryService repository;

  @BeforeEach
  void anEmptyDesk() {
    desk.at("2026-03-10T09:00:00+08:00");
  }

  @Test
  void aVersionOfATableIsDeletedByNobody() {
    Deployment version = one("table penalty");
    assertRefused(version, "a version of a decision table");
    assertThatThrownBy(() -> repository.deleteDeployment(version.getId(), true, true, true))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Roll the table back at /rules");
  }

  @Test
  void theFormsAreDeletedByNobody() {
    assertRefused(one(FormDeployment.NAME), "a version of the forms");
  }

  @Test
  void whatIsNotThereIsStillAnsweredAsSuch() {
    assertThat(city.delete("admin", "/engine-rest/deployment/nothing").status()).isEqualTo(404);
  }

  @Test
  void otherDeploymentsAreDeletedAsBefore() {
    Deployment other = repository.createDeployment().name("x").addString("x.bpmn", EMPTY).deploy();
    assertThat(city.delete("admin", "/engine-rest/deployment/" + other.getId()).status())
        .isEqualTo(204);
    assertThat(repository.createDeploymentQuery().deploymentId(other.getId()).count()).isZero();
  }

  @Test
  void aTableIsNotDeployedBesideItsPublication() {
    CityClient.Answer refused = deploy("penalty.drl.csv", "my tables", "Camunda Modeler");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.message()).startsWith("Decision tables are published at /rules");
    assertThat(deploy("x.txt", "my tables", TableDeployments.SOURCE).status()).isEqualTo(422);
    assertThat(repository.createDeploymentQuery().deploymentName("my tables").count()).isZero();
    assertThatThrownBy(
            () -> repository.createDeployment().addString("x/penalty.drl.csv", "x").deploy())
        .isInstanceOf(Refusal.class);
  }

  private CityClient.Answer deploy(String file, String name, String source) {
    Map<String, String> fields = Map.of("deployment-name", name, "deployment-source", source);
    return city.multipart("owner", "/engine-rest/deployment/create", fields, file, "x");
  }

  private void assertRefused(Deployment kept, String sentence) {
    for (String user : new String[] {"admin", "owner"}) {
      for (String cascade : new String[] {"", "?cascade=true"}) {
        CityClient.Answer refused =
            city.delete(user, "/engine-rest/deployment/" + kept.getId() + cascade);
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(422);
        assertThat(refused.message()).contains(sentence);
      }
    }
    assertThat(repository.getDeploymentResourceNames(kept.getId())).isNotEmpty();
  }

  private Deployment one(String name) {
    return repository.createDeploymentQuery().deploymentName(name).listPage(0, 1).get(0);
  }
}
