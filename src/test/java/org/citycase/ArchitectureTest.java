package org.citycase;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The plan of the house as a test; each rule says why it is there and must match something. */
class ArchitectureTest {

  private static final List<String> STEPS =
      List.of(
          "collect", "register", "dispatch", "handle", "feedback", "verify", "close", "evaluate");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.citycase");

  @Test
  void theRoomsFormNoCycleAndUseOnlyWhatEachOtherShows() {
    ApplicationModules.of(CityCaseApplication.class).verify();
  }

  @Test
  void everyRoomHasADoorPlate() {
    Set<String> rooms =
        ApplicationModules.of(CityCaseApplication.class).stream()
            .map(module -> module.getBasePackage().getName())
            .collect(Collectors.toSet());
    assertThat(rooms).hasSizeGreaterThanOrEqualTo(17);
    assertThat(rooms)
        .allSatisfy(room -> assertThat(HOUSE.contain(room + ".package-info")).as(room).isTrue());
  }

  /** The diagram leads from step to step; a call would be a second, hidden diagram. */
  @Test
  void noStepRoomKnowsAnother() {
    for (String step : STEPS) {
      String[] others =
          STEPS.stream()
              .filter(other -> !other.equals(step))
              .map(other -> "org.citycase." + other + "..")
              .toArray(String[]::new);
      holds(
          noClasses()
              .that()
              .resideInAPackage("org.citycase." + step + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(others));
    }
  }

  /** Camunda 7.24 is its last community release; behind one door a fork is a rename away. */
  @Test
  void onlyTheProcessRoomAndTheDelegatesKnowCamunda() {
    keptTo("org.camunda..", "process", true);
  }

  /** Whoever knows Drools can run code from a table; one room guards that no cell is code. */
  @Test
  void onlyTheRulesRoomKnowsDrools() {
    keptTo("org.kie..", "rules", false);
    keptTo("org.drools..", "rules", false);
  }

  /** Templates belong to the owners of forms; one room guards what they may reach. */
  @Test
  void onlyTheNoticeRoomKnowsVelocity() {
    keptTo("org.apache.velocity..", "notice", false);
  }

  /** The city's clock is the only source of now, so that time can be set. */
  @Test
  void nobodyAsksTheMachineForTheTime() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.citycase.clock..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis"));
  }

  /** Names that say nothing hide what a class is for. */
  @Test
  void noClassIsCalledAfterALayer() {
    holds(
        noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Base|Constants|Impl)")
            .orShould()
            .resideInAnyPackage("..service..", "..dto..", "..util..", "..impl.."));
  }

  private static void keptTo(String library, String room, boolean delegates) {
    DescribedPredicate<JavaClass> inside = resideInAnyPackage("org.citycase." + room + "..");
    DescribedPredicate<JavaClass> allowed =
        delegates
            ? inside.or(
                DescribedPredicate.describe(
                    "delegates and listeners",
                    one ->
                        one.getSimpleName().endsWith("Delegate")
                            || one.getSimpleName().endsWith("Listener")))
            : inside;
    holds(
        noClasses()
            .that(DescribedPredicate.not(allowed))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library));
    boolean used =
        HOUSE.stream()
            .filter(one -> one.getPackageName().equals("org.citycase." + room))
            .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
            .anyMatch(
                one ->
                    one.getTargetClass()
                        .getPackageName()
                        .startsWith(library.substring(0, library.length() - 2)));
    assertThat(used).as("room " + room + " uses " + library).isTrue();
  }

  private static void holds(ArchRule rule) {
    rule.allowEmptyShould(false).check(HOUSE);
  }
}
