package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar tells what it is made of, so that a flaw that becomes known is looked up in its list. */
class DependencyListIT {

  private static final String LIBRARIES = "BOOT-INF/lib/";

  /** Put in by the repackaging, which no dependency list sees. */
  private static final String OF_THE_BUILD = "spring-boot-jarmode";

  @Test
  void theJarHoldsAListOfAllItsLibrariesAndOfNoneOfTheTests() throws IOException {
    try (JarFile jar = new JarFile(Path.of("target", "citycase.jar").toFile())) {
      JarEntry made = jar.getJarEntry("META-INF/sbom/application.cdx.json");
      assumeTrue(
          made != null || System.getenv("CI") != null, "Maven makes no list when it is offline");
      InputStream file = jar.getInputStream(made);
      JsonNode list = new ObjectMapper().readTree(file);
      List<String> named = new ArrayList<>();
      list.path("components")
          .forEach(
              one -> {
                String name = one.path("name").asText() + "-" + one.path("version").asText();
                named.add(name);
                // Two of one name are packed with their group before it.
                named.add(one.path("group").asText() + "-" + name);
              });
      List<String> packed =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
              .map(name -> name.substring(LIBRARIES.length()))
              .filter(name -> !name.startsWith(OF_THE_BUILD))
              .toList();
      assertThat(packed)
          .isNotEmpty()
          .allSatisfy(name -> assertThat(named).as(name).anyMatch(name::startsWith));
      assertThat(named).noneMatch(name -> name.startsWith("playwright"));
    }
  }
}
