package org.citycase.trail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The lines of a file packed with gzip, none longer than can be held. */
final class PackedLines implements AutoCloseable {

  /** In bytes; the log of a case is far shorter. */
  static final int LONGEST = 64 << 20;

  private final InputStream packed;
  private final InputStream unpacked;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;

  PackedLines(InputStream file) throws IOException {
    packed = new BufferedInputStream(file, 1 << 16);
    unpacked = new GzipCompressorInputStream(packed, false);
  }

  /** The next line without its line feed; null behind the last. */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean any = false;
    while (from < to || fill()) {
      any = true;
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      line.write(buffer, from, end - from);
      if (line.size() > LONGEST) {
        throw new UnreadableTrail(
            "文件中有一行超过 64 MB，不是本系统的导出，请重新导出。The file has a line of more than 64 MB: it is no"
                + " export of CityCase. Export it again.");
      }
      from = Math.min(end + 1, to);
      if (end < to) {
        return line.toByteArray();
      }
    }
    return any ? line.toByteArray() : null;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(unpacked.read(buffer), 0);
    return to > 0;
  }

  /** Whether the file ends where what was packed ends. */
  boolean isAtEnd() throws IOException {
    return from == to && !fill() && packed.read() < 0;
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
    packed.close();
  }
}
