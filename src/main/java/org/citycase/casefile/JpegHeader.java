package org.citycase.casefile;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads a JPEG segment by segment up to its scan, and looks for its end (ITU-T T.81, annex B). */
final class JpegHeader {

  private static final int MARKER = 0xFF;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  private JpegHeader() {}

  static boolean begins(byte[] content) {
    return Picture.hasAt(content, 0, MARKER, 0xD8, MARKER);
  }

  static Optional<Picture> read(ByteBuffer bytes) {
    bytes.position(2);
    Picture picture = null;
    while (true) {
      int marker = nextMarker(bytes);
      if (marker == START_OF_SCAN) {
        return hasEnd(bytes) ? Optional.ofNullable(picture) : Optional.empty();
      }
      int next = bytes.position() + (bytes.getShort() & 0xFFFF);
      if (isFrame(marker)) {
        bytes.get();
        int height = bytes.getShort() & 0xFFFF;
        picture = new Picture("image/jpeg", bytes.getShort() & 0xFFFF, height);
      }
      bytes.position(next);
    }
  }

  private static int nextMarker(ByteBuffer bytes) {
    if ((bytes.get() & 0xFF) != MARKER) {
      throw new IllegalArgumentException("no marker where a segment should begin");
    }
    int marker = bytes.get() & 0xFF;
    while (marker == MARKER) {
      marker = bytes.get() & 0xFF;
    }
    return marker;
  }

  /** The frame headers SOF0 to SOF15; between them lie three tables that are none. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  /** Telephones append data after the end, so it need not be last. */
  private static boolean hasEnd(ByteBuffer bytes) {
    for (int i = bytes.limit() - 2; i > bytes.position(); i--) {
      if ((bytes.get(i) & 0xFF) == MARKER && (bytes.get(i + 1) & 0xFF) == END_OF_IMAGE) {
        return true;
      }
    }
    return false;
  }
}
