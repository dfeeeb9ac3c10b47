package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.citycase.ContentFolder;
import org.citycase.clock.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanUtils;

/** The forms of nodes that share the engine's repository. */
class FormDeploymentTest {

  private static final String TASK = "tasks/task.html";
  private static final String DOCUMENT = "documents/order.vm";

  private final ProcessEngine engine =
      new StandaloneInMemProcessEngineConfiguration()
          .setProcessEngineName("forms")
          .setJdbcUrl("jdbc:h2:mem:forms")
          .setDatabaseSchemaUpdate("create-drop")
          .buildProcessEngine();

  private final CityClock clock = settable();

  @TempDir Path folders;

  private Node here;
  private Node there;

  /** One node with a forms folder of its own. */
  private record Node(Path edited, ContentFolder content, FormDeployment forms) {

    void edit(String form, String text) throws IOException {
      Files.writeString(edited.resolve(form), text);
    }

    String inForce(String form) throws IOException {
      return Files.readString(content.forms().resolve(form));
    }
  }

  @BeforeEach
  void twoNodes() throws Exception {
    time("2026-03-10T09:00:00Z");
    here = node("here");
    there = node("there");
    follow();
    time("2026-03-10T10:00:00Z");
  }

  @AfterEach
  void stop() {
    ClockUtil.reset();
    engine.close();
  }

  @Test
  void nodesWithTheSameFolderDeployItOnce() {
    follow();
    assertThat(deployments()).isOne();
  }

  @Test
  void anEditedFormIsInForceOnEveryNode() throws IOException {
    here.edit(TASK, "second 第二");
    follow();
    assertThat(here.inForce(TASK)).isEqualTo("second 第二");
    assertThat(there.inForce(TASK)).isEqualTo("second 第二");
    assertThat(there.inForce(DOCUMENT)).isEqualTo("first");
    assertThat(there.edited().resolve(TASK)).hasContent("first");
  }

  @Test
  void aFormThatIsEditedBackIsInForceAsItWas() throws IOException {
    here.edit(TASK, "second");
    follow();
    time("2026-03-10T11:00:00Z");
    here.edit(TASK, "first");
    follow();
    assertThat(here.inForce(TASK)).isEqualTo("first");
    assertThat(there.inForce(TASK)).isEqualTo("first");
  }

  @Test
  void aNodeThatStartsWithAnOlderFolderChangesNothingAndGetsTheForms() throws Exception {
    here.edit(TASK, "second");
    follow();
    time("2026-03-10T11:00:00Z");
    Node late = node("late");
    late.forms().follow();
    assertThat(late.inForce(TASK)).isEqualTo("second");
    assertThat(deployments()).isEqualTo(2);
  }

  @Test
  void aDeploymentOfTheirOwnerReplacesOneFormUntilTheFolderIsEdited() throws IOException {
    deploy(TASK, "deployed");
    follow();
    assertThat(here.inForce(TASK)).isEqualTo("deployed");
    assertThat(there.inForce(TASK)).isEqualTo("deployed");
    assertThat(there.inForce(DOCUMENT)).isEqualTo("first");
    time("2026-03-10T11:00:00Z");
    there.edit(DOCUMENT, "second");
    follow();
    follow();
    assertThat(here.inForce(TASK)).isEqualTo("first");
    assertThat(here.inForce(DOCUMENT)).isEqualTo("second");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../x",
        "tasks/../../x",
        "tasks/../x",
        "/tasks/x",
        "x",
        "parts/x",
        "tasks//x",
        "tasks/.x"
      })
  void aNameThatIsNoFormsIsIgnored(String name) throws IOException {
    deploy(name, "evil");
    deploy("tasks/more/new.html", "new");
    follow();
    assertThat(here.inForce("tasks/more/new.html")).isEqualTo("new");
    Path forms = here.content().forms();
    assertThat(forms.resolve(name).normalize()).doesNotExist();
    assertThat(forms.resolve("tasks/x")).doesNotExist();
  }

  @Test
  void aFormThatCannotBeWrittenDoesNotHoldUpTheOthers() throws IOException {
    deploy(TASK + "/inside", "of a file");
    time("2026-03-10T11:00:00Z");
    deploy(DOCUMENT, "second");
    follow();
    assertThat(here.inForce(TASK)).isEqualTo("first");
    assertThat(here.inForce(DOCUMENT)).isEqualTo("second");
  }

  @Test
  void anEditIsInForceAlsoWhenTheTimeOfASimulationWasSetBack() throws IOException {
    time("2015-01-01T00:00:00Z");
    clock.set(ClockUtil.getCurrentTime().toInstant());
    here.edit(TASK, "second");
    follow();
    follow();
    assertThat(here.inForce(TASK)).isEqualTo("second");
    assertThat(there.inForce(TASK)).isEqualTo("second");
  }

  private void follow() {
    here.forms().follow();
    there.forms().follow();
  }

  private Node node(String name) throws Exception {
    Path root = folders.resolve(name);
    for (String room : new String[] {"processes", "rules", "forms/tasks", "forms/documents"}) {
      Files.createDirectories(root.resolve(room));
    }
    Files.writeString(root.resolve("forms").resolve(TASK), "first");
    Files.writeString(root.resolve("forms").resolve(DOCUMENT), "first");
    ContentFolder content =
        BeanUtils.instantiateClass(
            ContentFolder.class.getDeclaredConstructor(String.class), root.toString());
    FormDeployment forms = new FormDeployment(engine.getRepositoryService(), content, clock);
    return new Node(root.resolve("forms"), content, forms);
  }

  private void deploy(String name, String text) {
    engine
        .getRepositoryService()
        .createDeployment()
        .name(FormDeployment.NAME)
        .addInputStream(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .deploy();
  }

  private long deployments() {
    return engine.getRepositoryService().createDeploymentQuery().count();
  }

  private static void time(String instant) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
  }

  private static CityClock settable() {
    try {
      Supplier<?> noCalendar = () -> null;
      return BeanUtils.instantiateClass(
          CityClock.class.getDeclaredConstructor(Supplier.class, boolean.class), noCalendar, true);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
