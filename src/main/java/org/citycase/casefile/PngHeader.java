package org.citycase.casefile;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/** Reads a PNG chunk by chunk, from IHDR to IEND (ISO/IEC 15948). */
final class PngHeader {

  private static final int[] SIGNATURE = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;
  private static final int IHDR_LENGTH = 13;

  private PngHeader() {}

  static boolean begins(byte[] content) {
    return Picture.hasAt(content, 0, SIGNATURE);
  }

  static Optional<Picture> read(ByteBuffer bytes) {
    bytes.position(SIGNATURE.length);
    if (bytes.getInt() != IHDR_LENGTH || bytes.getInt() != IHDR) {
      return Optional.empty();
    }
    Picture picture = new Picture("image/png", bytes.getInt(), bytes.getInt());
    bytes.position(SIGNATURE.length);
    return isWhole(bytes) ? Optional.of(picture) : Optional.empty();
  }

  private static boolean isWhole(ByteBuffer bytes) {
    boolean hasData = false;
    while (true) {
      int length = bytes.getInt();
      int start = bytes.position();
      int type = bytes.getInt();
      bytes.position(start + Integer.BYTES + length);
      if (bytes.getInt() != checksum(bytes, start, Integer.BYTES + length)) {
        return false;
      }
      if (type == IEND) {
        return hasData;
      }
      hasData |= type == IDAT;
    }
  }

  private static int checksum(ByteBuffer bytes, int start, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes.slice(start, length));
    return (int) crc.getValue();
  }
}
