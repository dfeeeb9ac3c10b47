package org.citycase.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.citycase.ContentFolder;
import org.citycase.Refusal;
import org.citycase.clock.CityClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * Keeps the forms where the diagrams and tables are: an edit in the forms folder becomes a
 * deployment of the engine's repository, and every node takes over what was deployed last, two
 * seconds later. A folder that at a start is as one deployed earlier changes nothing, so a node
 * with an older folder does not take an edit back.
 */
@Component
class FormDeployment {

  /** Deployments of this name hold forms; those from a folder hold all of them. */
  static final String NAME = "forms";

  private static final Logger LOG = LoggerFactory.getLogger(FormDeployment.class);
  private static final String FOLDER = "forms folder ";
  private static final Pattern FORM =
      Pattern.compile("(tasks|documents)(/[A-Za-z0-9_-]+(\\.\\w+)*)+");

  /** What somebody may send: pages and templates; scripts and styles come with the folder. */
  private static final Pattern SENT =
      Pattern.compile("tasks/[A-Za-z0-9_-]+\\.html|documents/[A-Za-z0-9_-]+\\.vm");

  private static final ThreadLocal<Boolean> STORING = ThreadLocal.withInitial(() -> false);

  private final RepositoryService repository;
  private final ContentFolder content;
  private final CityClock clock;
  private String edited = "";
  private List<String> inForce = List.of();

  FormDeployment(RepositoryService repository, ContentFolder content, CityClock clock) {
    this.repository = repository;
    this.content = content;
    this.clock = clock;
  }

  /** Deploys what was edited here and takes over what was deployed anywhere. */
  @Scheduled(fixedDelay = 2_000)
  synchronized void follow() {
    deployEdited();
    takeOver();
  }

  private void deployEdited() {
    Map<String, byte[]> files = files(content.editedForms());
    String source = FOLDER + digest(files);
    if (source.equals(edited)) {
      return;
    }
    if (isNews(source)) {
      DeploymentBuilder deployment = repository.createDeployment().name(NAME).source(source);
      files.forEach(
          (name, file) -> deployment.addInputStream(name, new ByteArrayInputStream(file)));
      LOG.info("The forms are deployed as they are edited ({}).", store(deployment).getId());
    }
    edited = source;
  }

  private static Deployment store(DeploymentBuilder deployment) {
    STORING.set(true);
    try {
      return deployment.deploy();
    } finally {
      STORING.remove();
    }
  }

  /** Whether this thread deploys what was edited in the folder. */
  static boolean isStoring() {
    return STORING.get();
  }

  /** Refuses what somebody sends under the name of the forms and is none, or says it was all. */
  static void refuseOthers(Set<String> files, String source) {
    if (source != null && source.startsWith(FOLDER)) {
      throw new Refusal(
          Refusal.Kind.MALFORMED,
          "The source '" + source + "' is the service's own: name another deployment-source.");
    }
    files.stream()
        .filter(file -> !SENT.matcher(file).matches())
        .findFirst()
        .ifPresent(
            file -> {
              throw new Refusal(
                  Refusal.Kind.MALFORMED,
                  file
                      + " is no form: under the name forms send tasks/<name>.html or"
                      + " documents/<name>.vm.");
            });
  }

  /**
   * At a start a folder is news that was never deployed; later one that was edited under our eyes,
   * even back to what it was, unless another node that shares it was faster.
   */
  private boolean isNews(String source) {
    List<String> folders =
        deployments().stream().filter(FormDeployment::isWhole).map(Deployment::getSource).toList();
    boolean newest = !folders.isEmpty() && folders.get(folders.size() - 1).equals(source);
    boolean older = edited.isEmpty() && folders.contains(source);
    if (older && !newest) {
      LOG.warn("The forms folder is as it was before its last edit; the forms in force stay.");
    }
    return !newest && !older;
  }

  private void takeOver() {
    List<Deployment> deployments = deployments();
    List<String> ids = deployments.stream().map(Deployment::getId).toList();
    if (ids.equals(inForce)) {
      return;
    }
    Map<String, Resource> forms = new HashMap<>();
    for (Deployment deployment : deployments) {
      if (isWhole(deployment)) {
        forms.clear();
      }
      repository.getDeploymentResources(deployment.getId()).stream()
          .filter(resource -> FORM.matcher(resource.getName()).matches())
          .forEach(resource -> forms.put(resource.getName(), resource));
    }
    forms.values().forEach(this::write);
    if (!forms.isEmpty()) {
      deleteOthers(forms.keySet());
    }
    inForce = ids;
  }

  /**
   * In the order they were deployed. The time of a simulation may have been set back since the
   * start: then those this node has seen come first.
   */
  private List<Deployment> deployments() {
    Comparator<Deployment> seen = Comparator.comparing(each -> !inForce.contains(each.getId()));
    List<Deployment> byTime =
        repository
            .createDeploymentQuery()
            .deploymentName(NAME)
            .orderByDeploymentTime()
            .asc()
            .list();
    return clock.isStanding()
        ? byTime.stream().sorted(seen.thenComparing(each -> inForce.indexOf(each.getId()))).toList()
        : byTime;
  }

  private static boolean isWhole(Deployment deployment) {
    return deployment.getSource() != null && deployment.getSource().startsWith(FOLDER);
  }

  private void write(Resource form) {
    Path target = content.forms().resolve(form.getName());
    try (InputStream text =
        repository.getResourceAsStreamById(form.getDeploymentId(), form.getId())) {
      byte[] bytes = text.readAllBytes();
      if (Files.exists(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
        return;
      }
      Files.createDirectories(target.getParent());
      Path whole = Files.write(Files.createTempFile(content.forms(), "form", ""), bytes);
      move(whole, target);
    } catch (IOException e) {
      LOG.error("Form {} cannot be put in force; the others are.", form.getName(), e);
    }
  }

  private void deleteOthers(Set<String> forms) {
    for (String name : files(content.forms()).keySet()) {
      if (!forms.contains(name)) {
        try {
          Files.deleteIfExists(content.forms().resolve(name));
        } catch (IOException e) {
          LOG.error("Form {} is no longer in force and cannot be deleted.", name, e);
        }
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Map<String, byte[]> files(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      Map<String, byte[]> files = new TreeMap<>();
      for (Path file :
          found.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (FORM.matcher(name).matches()) {
          files.put(name, Files.readAllBytes(file));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("The forms folder cannot be read.", e);
    }
  }

  private static String digest(Map<String, byte[]> files) {
    StringBuilder all = new StringBuilder();
    files.forEach((name, file) -> all.append(name).append(DigestUtils.md5DigestAsHex(file)));
    return DigestUtils.md5DigestAsHex(all.toString().getBytes());
  }
}
