package org.citycase.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes trails as a file of lines of JSON, packed with gzip, to be checked without the service:
 *
 * <ol>
 *   <li>{@code {"format":"citycase-trail/1","at":…,"extent":{…},"columns":{…}}}: the instant of the
 *       export, which cases it holds, and the columns of every kind of row below;
 *   <li>one line {@code {"seal":[…]}} per seal;
 *   <li>one line {@code {"configuration":[…]}} per entry of the configuration log; none when only
 *       some cases are exported;
 *   <li>one line per case: {@code {"case":number,"length":…,"head":hash,"traced":…,"erasedAt":…,
 *       "reporter":…,"log":[[…]],"rows":{"decision":[[…]],…},"sealed":[[seal,length,hash],…]}}. The
 *       reporter's name and phone are not exported; {@code reporter} tells whether they were those
 *       of the digest; of a notice the digest of recipient, address and text is exported;
 *   <li>the last line {@code {"end":true,"chains":[…],"cases":…,"lines":…,"sha256":…}}: the ends of
 *       the chains of configuration and seals, how many lines there are before it, and the SHA-256
 *       of these, each with its line feed.
 * </ol>
 *
 * Every value is {@linkplain EvidenceText canonical text} or null.
 */
public final class ExportWriter implements TrailReader {

  static final String FORMAT = "citycase-trail/1";
  static final ObjectMapper JSON =
      new ObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final Instant at;
  private final GZIPOutputStream out;
  private final MessageDigest digest = SealRow.sha256();
  private long lines;
  private long cases;

  /**
   * @param at the instant of the export
   * @param out is left open
   */
  public ExportWriter(Instant at, OutputStream out) throws IOException {
    this.at = at;
    this.out = new GZIPOutputStream(out, 1 << 16);
  }

  /** The columns of all kinds of rows, in the order their values are exported in. */
  static Map<String, List<String>> columns() {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    columns.put("log", CaseTrail.LOG);
    for (Evidence kind : Evidence.values()) {
      columns.put(kind.kind(), kind.columns());
    }
    columns.put("configuration", ConfigurationTrail.COLUMNS);
    columns.put("seal", SealRow.COLUMNS);
    return columns;
  }

  @Override
  public void begin(Extent extent) {
    Map<String, Object> line = line("format", FORMAT);
    line.put("at", at.toString());
    Map<String, String> part = new LinkedHashMap<>();
    part.put("from", text(extent.from()));
    part.put("to", text(extent.to()));
    part.put("case", extent.caseNumber());
    line.put("extent", part);
    line.put("columns", columns());
    write(line);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  @Override
  public void seal(List<String> seal) {
    write(line("seal", seal));
  }

  @Override
  public void configuration(List<String> entry) {
    write(line("configuration", entry));
  }

  @Override
  public void oneCase(CaseTrail trail) {
    Map<String, Object> line = line("case", trail.number());
    CaseTrail.Head head = trail.head();
    if (head != null) {
      line.put("length", head.length());
      line.put("head", head.hash());
      line.put("traced", head.traced());
      line.put("erasedAt", head.erasedAt());
      line.put("reporter", head.reporter().name());
    }
    line.put("log", trail.log());
    Map<String, Object> rows = new LinkedHashMap<>();
    trail.rows().forEach((kind, some) -> rows.put(kind.kind(), some));
    line.put("rows", rows);
    List<List<Object>> sealed = new ArrayList<>();
    trail.sealed().forEach(one -> sealed.add(List.of(one.seal(), one.length(), one.hash())));
    line.put("sealed", sealed);
    write(line);
    cases++;
  }

  @Override
  public void end(Ends ends) {
    Map<String, Object> line = line("end", true);
    line.put(
        "chains",
        ends == null
            ? null
            : Arrays.asList(
                ends.configurationLength(), ends.configurationHash(), ends.seals(), ends.root()));
    line.put("cases", cases);
    line.put("lines", lines);
    line.put("sha256", HexFormat.of().formatHex(digest.digest()));
    write(line);
    try {
      out.finish();
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> line(String name, Object value) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(name, value);
    return line;
  }

  private void write(Map<String, Object> line) {
    try {
      byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
      digest.update(bytes);
      out.write(bytes);
      lines++;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A trail is always writable.", e);
    } catch (IOException e) {
      throw new UncheckedIOException("The export could not be written to its end.", e);
    }
  }
}
