package org.citycase.casefile;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What the content of a file says about itself: its type and its size in pixels, read from the
 * header and the structure without decoding a pixel.
 */
record Picture(String contentType, int width, int height) {

  /** The picture in these bytes; empty when they are none, or one that was cut off. */
  static Optional<Picture> in(byte[] content) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(content).asReadOnlyBuffer();
      return reader(content)
          .flatMap(format -> format.read(bytes))
          .filter(picture -> picture.width > 0 && picture.height > 0);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private interface Format {
    Optional<Picture> read(ByteBuffer bytes);
  }

  private static Optional<Format> reader(byte[] content) {
    if (PngHeader.begins(content)) {
      return Optional.of(PngHeader::read);
    }
    if (JpegHeader.begins(content)) {
      return Optional.of(JpegHeader::read);
    }
    return WebpHeader.begins(content) ? Optional.of(WebpHeader::read) : Optional.empty();
  }

  /** Whether the content has these bytes at an offset; a byte is given as 0 to 255. */
  static boolean hasAt(byte[] content, int offset, int... bytes) {
    if (content.length < offset + bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((content[offset + i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
