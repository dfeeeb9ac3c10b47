package org.citycase.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.citycase.Refusal;
import org.citycase.rules.TableArchive;
import org.springframework.stereotype.Component;

/**
 * Keeps the decision tables where the diagrams are: one deployment of the engine's repository for
 * each published version. Who may publish and read tables is decided before; whoever completes a
 * task may be the first to ask a version, and has no right to read deployments.
 */
@Component
class TableDeployments implements TableArchive {

  static final String SOURCE = "decision tables";

  private static final ThreadLocal<Boolean> STORING = ThreadLocal.withInitial(() -> false);

  private final RepositoryService repository;
  private final IdentityService identity;

  TableDeployments(RepositoryService repository, IdentityService identity) {
    this.repository = repository;
    this.identity = identity;
  }

  /** Whether this thread deploys a published version. */
  static boolean isStoring() {
    return STORING.get();
  }

  @Override
  public String store(String name, Map<String, String> files) {
    DeploymentBuilder deployment = repository.createDeployment().name(name).source(SOURCE);
    files.forEach(deployment::addString);
    STORING.set(true);
    try {
      return asTheHouse(() -> deployment.deploy().getId());
    } finally {
      STORING.remove();
    }
  }

  @Override
  public String read(String id, String file) {
    return asTheHouse(
        () -> {
          try (InputStream text = repository.getResourceAsStream(id, file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
          } catch (NullValueException gone) {
            throw new Refusal(
                Refusal.Kind.UNKNOWN,
                "The text %s of deployment %s is no longer there: restore it from a backup."
                    .formatted(file, id));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private <T> T asTheHouse(Supplier<T> work) {
    Authentication somebody = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return work.get();
    } finally {
      if (somebody != null) {
        identity.setAuthentication(somebody.getUserId(), somebody.getGroupIds());
      }
    }
  }
}
