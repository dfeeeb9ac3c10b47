package org.citycase.trail;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.citycase.trail.Finding.Kind;

/**
 * The trails of a file written by an {@link ExportWriter}, read line by line. A file that is none,
 * or of which a part is missing, is refused as an {@link UnreadableTrail}.
 */
public final class ExportFile implements Trails {

  private static final String CUT =
      "文件不完整：在最后一行之前中断，请重新导出。The file ends before its last line: it was cut off or is no whole"
          + " export. Export it again.";
  private static final String MORE =
      "导出之后还有别的内容：不是系统写出的文件，请重新导出。Something follows behind the export: it is not the file"
          + " that was written. Export it again.";

  private final Callable<InputStream> file;
  private final Consumer<Finding> found;
  private boolean told;

  /**
   * @param file opens the packed file; asked once for each time it is told
   * @param found told when the file is not the one that was written
   */
  public ExportFile(Callable<InputStream> file, Consumer<Finding> found) {
    this.file = file;
    this.found = found;
  }

  @Override
  public void tell(TrailReader reader) {
    try (PackedLines lines = new PackedLines(file.call())) {
      tell(reader, lines);
    } catch (EOFException e) {
      throw new UnreadableTrail(CUT, e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new UnreadableTrail(
          "这不是本系统的导出，或已损坏。The file is no export of CityCase, or it is broken: %s."
              .formatted(e.getMessage()),
          e);
    }
  }

  private void tell(TrailReader reader, PackedLines lines) throws IOException {
    MessageDigest digest = SealRow.sha256();
    Extent extent = null;
    long number = 0;
    for (byte[] text = lines.next(); text != null; text = lines.next()) {
      ExportLine line = new ExportLine(text, number + 1);
      if (extent == null) {
        extent = line.extent();
        reader.begin(extent);
      } else if (line.isEnd()) {
        boolean whole = line.ends() != null == extent.isWhole();
        compare(line, number, HexFormat.of().formatHex(digest.digest()), whole, lines);
        reader.end(line.ends());
        return;
      } else {
        line.tell(reader);
      }
      digest.update(text);
      digest.update((byte) '\n');
      number++;
    }
    throw new UnreadableTrail(CUT);
  }

  private void compare(ExportLine end, long lines, String sha256, boolean whole, PackedLines rest)
      throws IOException {
    if (!rest.isAtEnd()) {
      throw new UnreadableTrail(MORE);
    }
    if (!told && !(end.sumsUp(lines, sha256) && whole)) {
      found.accept(Finding.of("file", Kind.ALTERED));
    }
    told = true;
  }
}
