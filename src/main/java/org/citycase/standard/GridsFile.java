package org.citycase.standard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code grids.geojson}: a FeatureCollection of polygons with the property {@code code}. Each
 * grid lies in a known community, its polygon is closed and valid, and no two share ground.
 */
final class GridsFile {

  static final String NAME = "grids.geojson";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<String> districts;
  private final GridCode.Version version;
  private final Findings findings = new Findings(NAME);
  private final Keys codes = new Keys("Grid");
  private final List<Plot> plots = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();

  private GridsFile(Set<String> districts, GridCode.Version version) {
    this.districts = districts;
    this.version = version;
  }

  static List<Plot> read(InputStream in, Set<String> districts, GridCode.Version version)
      throws IOException {
    GridsFile file = new GridsFile(districts, version);
    try (JsonParser parser = JSON.createParser(Sheet.utf8(in))) {
      file.features(parser);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      file.findings.add(line, "This is no JSON: " + e.getOriginalMessage());
    }
    if (file.plots.isEmpty()) {
      file.findings.add(1, "There is no grid in the file. A city needs at least one.");
    }
    file.findings.refuseIfAny();
    file.refuseOverlaps();
    return file.plots;
  }

  private void features(JsonParser parser) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean features = parser.currentName().equals("features");
      if (parser.nextToken() == JsonToken.START_ARRAY && features) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          feature(parser);
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private void feature(JsonParser parser) throws IOException {
    long line = parser.currentTokenLocation().getLineNr();
    JsonNode feature = JSON.readTree(parser);
    Plot plot = findings.read(line, () -> plot(feature, line));
    if (plot != null) {
      plots.add(plot);
      lines.add(line);
    }
  }

  private Plot plot(JsonNode feature, long line) {
    String code = feature.path("properties").path("code").asText(null);
    GridCode grid = new GridCode(code, version);
    codes.once(code, line);
    requireKnown("county", grid.county(), grid);
    requireKnown("sub-district", grid.subdistrict(), grid);
    requireKnown("community", grid.community(), grid);
    return new Plot(grid, GridShape.read(grid, feature.path("geometry")));
  }

  private void requireKnown(String level, String code, GridCode grid) {
    if (!districts.contains(code)) {
      throw Findings.wrong(
          "Grid %s lies in %s %s, which is not in districts.csv.".formatted(grid, level, code));
    }
  }

  private void refuseOverlaps() {
    GridIndex index = new GridIndex(plots);
    for (int i = 0; i < plots.size(); i++) {
      Plot plot = plots.get(i);
      for (Plot other : index.overlapping(plot)) {
        if (plot.code().value().compareTo(other.code().value()) > 0) {
          findings.add(
              lines.get(i),
              "Grid %s overlaps grid %s. Draw them so that every point lies in one grid only."
                  .formatted(plot.code(), other.code()));
        }
      }
    }
    findings.refuseIfAny();
  }
}
