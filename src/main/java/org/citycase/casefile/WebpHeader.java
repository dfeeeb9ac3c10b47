package org.citycase.casefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads the first chunk of a WebP, lossy, lossless or extended (RFC 9649). */
final class WebpHeader {

  private static final int VP8 = 0x20385056;
  private static final int VP8L = 0x4C385056;
  private static final int VP8X = 0x58385056;
  private static final int FIRST_CHUNK = 12;
  private static final int DATA = 20;
  private static final int SIDE = 0x3FFF;

  private WebpHeader() {}

  static boolean begins(byte[] content) {
    return Picture.hasAt(content, 0, 'R', 'I', 'F', 'F')
        && Picture.hasAt(content, 8, 'W', 'E', 'B', 'P');
  }

  static Optional<Picture> read(ByteBuffer big) {
    ByteBuffer bytes = big.order(ByteOrder.LITTLE_ENDIAN);
    boolean isWhole = Integer.toUnsignedLong(bytes.getInt(4)) + 8 <= bytes.limit();
    boolean hasChunk = Integer.toUnsignedLong(bytes.getInt(16)) + DATA <= bytes.limit();
    if (!isWhole || !hasChunk) {
      return Optional.empty();
    }
    return switch (bytes.getInt(FIRST_CHUNK)) {
      case VP8 -> lossy(bytes);
      case VP8L -> lossless(bytes);
      case VP8X -> Optional.of(webp(canvas(bytes, DATA + 4), canvas(bytes, DATA + 7)));
      default -> Optional.empty();
    };
  }

  private static Optional<Picture> lossy(ByteBuffer bytes) {
    boolean isKeyFrame = (bytes.get(DATA) & 1) == 0;
    boolean hasStart =
        (bytes.get(DATA + 3) & 0xFF) == 0x9D
            && bytes.get(DATA + 4) == 0x01
            && bytes.get(DATA + 5) == 0x2A;
    return isKeyFrame && hasStart
        ? Optional.of(webp(bytes.getShort(DATA + 6) & SIDE, bytes.getShort(DATA + 8) & SIDE))
        : Optional.empty();
  }

  private static Optional<Picture> lossless(ByteBuffer bytes) {
    if (bytes.get(DATA) != 0x2F) {
      return Optional.empty();
    }
    int sides = bytes.getInt(DATA + 1);
    return Optional.of(webp((sides & SIDE) + 1, (sides >> 14 & SIDE) + 1));
  }

  private static int canvas(ByteBuffer bytes, int offset) {
    return (bytes.getShort(offset) & 0xFFFF) + ((bytes.get(offset + 2) & 0xFF) << 16) + 1;
  }

  private static Picture webp(int width, int height) {
    return new Picture("image/webp", width, height);
  }
}
