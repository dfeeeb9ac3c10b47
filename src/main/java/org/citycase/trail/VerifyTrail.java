package org.citycase.trail;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The command {@code verify-trail}: checks an export, a dossier or a database without the service.
 * It ends with 0 when everything is as the chain vouches for, with 1 when something is not, and
 * with 2 when it cannot check.
 */
public final class VerifyTrail {

  /** The first word of the command. */
  public static final String COMMAND = "verify-trail";

  private static final String USE =
      """
      用法 Use: java -jar citycase.jar verify-trail <export.ndjson.gz | dossier.zip | jdbc:…>
        --attachments=<照片文件夹 folder of the photos, {data}/attachments, or s3://bucket/prefix>
        --s3-endpoint=<address of the bucket's store>  --s3-region=<its region>
        --seals=<另行保管的封存 a kept seal (*.csv) or a folder of them>
        --user=<database user; H2: sa>  --password=<its password>""";

  private static final Set<String> OPTIONS =
      Set.of("attachments", "s3-endpoint", "s3-region", "seals", "user", "password");

  /** H2: the file is open in another process; there is no such database. */
  private static final int IN_USE = 90020;

  private static final int NO_DATABASE = 90146;

  /** H2 and MySQL: there is no such table. */
  private static final Set<Integer> NO_TABLE = Set.of(42102, 1146);

  private final PrintStream out;
  private final Verdict verdict;

  private VerifyTrail(PrintStream out) {
    this.out = out;
    this.verdict = new Verdict(out);
  }

  /** Runs the command and gives its exit code. */
  public static int run(List<String> words, PrintStream out) {
    try {
      return new VerifyTrail(out).check(words);
    } catch (UnreadableTrail e) {
      out.println("无法检查 Cannot check: " + sentence(e));
    } catch (ZipException e) {
      out.println("无法检查 Cannot check: ZIP 文件已损坏。The ZIP is broken: " + e.getMessage() + ".");
    } catch (IOException | UncheckedIOException e) {
      out.println("无法检查 Cannot check: 文件读不出来。The file cannot be read: " + e.getMessage() + ".");
    } catch (OutOfMemoryError e) {
      out.println(
          "无法检查 Cannot check: 内存不足，请用 java -Xmx4g 再试。There is not enough memory: try again with"
              + " java -Xmx4g.");
    } catch (RuntimeException e) {
      out.println("无法检查 Cannot check: 内容不是本系统写出的。It holds what CityCase never writes: " + e + ".");
    }
    return 2;
  }

  private static String sentence(UnreadableTrail e) {
    int code = e.getCause() instanceof SQLException cause ? cause.getErrorCode() : 0;
    if (NO_TABLE.contains(code)) {
      return "这个数据库没有追溯记录，请先用本版本启动一次服务。This database holds no trail: start this version of the"
          + " service on it once.";
    }
    return switch (code) {
      case IN_USE ->
          "数据库正由服务使用，请改用 POST /api/audit/checks。The service holds this database:"
              + " ask the service itself with POST /api/audit/checks, or stop it first.";
      case NO_DATABASE -> "没有这个数据库。There is no such database: name the file without .mv.db.";
      default -> e.getMessage();
    };
  }

  private int check(List<String> words) throws IOException {
    Map<String, String> options = options(words);
    if (options == null) {
      out.println(USE);
      return 2;
    }
    String what = words.stream().filter(word -> !word.startsWith("--")).findFirst().orElseThrow();
    KeptPhotos folder = photos(options);
    if (what.startsWith("jdbc:")) {
      return check(new DatabaseTrails(database(what, options), Extent.WHOLE), folder, options);
    }
    Path file = Path.of(what);
    if (!Files.isRegularFile(file)) {
      throw new UnreadableTrail("没有文件 There is no file " + file + ".");
    }
    if (!what.endsWith(".zip")) {
      return check(
          new ExportFile(() -> Files.newInputStream(file), verdict::tell), folder, options);
    }
    try (DossierZip zip = new DossierZip(file)) {
      ExportFile trail = new ExportFile(zip::trail, verdict::tell);
      zip.check(trail, verdict::tell);
      verdict.unproven(zip.unproven());
      return check(trail, folder == null ? zip : folder, options);
    }
  }

  private static Map<String, String> options(List<String> words) {
    Map<String, String> options = new HashMap<>();
    int names = 0;
    for (String word : words) {
      String[] parts = word.replaceFirst("^--", "").split("=", 2);
      if (!word.startsWith("--")) {
        names++;
      } else if (parts.length < 2 || !OPTIONS.contains(parts[0])) {
        return null;
      } else {
        options.put(parts[0], parts[1]);
      }
    }
    return names == 1 ? options : null;
  }

  private static KeptPhotos photos(Map<String, String> options) {
    String where = options.get("attachments");
    if (where == null) {
      return null;
    }
    if (!where.startsWith(PhotoShelf.BUCKET)) {
      if (!Files.isDirectory(Path.of(where))) {
        throw new UnreadableTrail("没有文件夹 There is no folder " + where + ".");
      }
      return new PhotoFolder(Path.of(where));
    }
    PhotoShelf bucket = PhotoShelf.at(where, options.get("s3-endpoint"), options.get("s3-region"));
    bucket
        .fault()
        .ifPresent(
            fault -> {
              throw new UnreadableTrail(fault);
            });
    return bucket;
  }

  /** A file of H2 is opened for reading only and left as it is, without even a file of traces. */
  private static DriverManagerDataSource database(String url, Map<String, String> options) {
    boolean h2 = url.startsWith("jdbc:h2:");
    boolean file = h2 && !url.matches("jdbc:h2:(mem|tcp|ssl):.*");
    String readOnly = file ? ";ACCESS_MODE_DATA=r;TRACE_LEVEL_FILE=0" : "";
    return new DriverManagerDataSource(
        h2 ? url + ";IFEXISTS=TRUE" + readOnly : url,
        options.getOrDefault("user", h2 ? "sa" : null),
        options.getOrDefault("password", h2 ? "" : null));
  }

  private int check(Trails trails, KeptPhotos photos, Map<String, String> options) {
    KeptSeals kept =
        options.containsKey("seals") ? KeptSeals.in(Path.of(options.get("seals"))) : null;
    Checker checker = new Checker(photos, verdict::tell, cases -> {});
    trails.tell(checker);
    verdict.extent(checker.extent(), kept != null);
    if (kept != null) {
      verdict.uncovered(kept.check(trails, checker, verdict::tell));
    }
    return verdict.of(checker.tally(), photos != null);
  }
}
