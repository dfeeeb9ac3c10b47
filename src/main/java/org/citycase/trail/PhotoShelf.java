package org.citycase.trail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the pictures of all cases are kept, for all nodes: a folder or a bucket of an S3-compatible
 * store. A picture is kept under the SHA-256 of its content, once, and never changed or deleted.
 */
public interface PhotoShelf extends KeptPhotos {

  /** How the address of a bucket begins: {@code s3://bucket/prefix}. */
  String BUCKET = "s3://";

  /**
   * Keeps a picture; when this returns it is whole and durable, and when it does not nothing of it
   * has a name. To keep the same again changes nothing.
   *
   * @throws NoRoom when the place is full
   * @throws IOException when it cannot be reached or written
   */
  void keep(String sha256, byte[] content) throws IOException;

  /**
   * The picture, proven to be what its name says; empty when there is none.
   *
   * @throws AlteredPhoto when it is something else
   * @throws IOException when the place cannot be reached or read
   */
  Optional<InputStream> open(String sha256) throws IOException;

  /**
   * What is set wrong so that nothing can be kept here, with what to do instead; empty when nothing
   * is, or when the place just does not answer. Asked once, at the start.
   */
  Optional<String> fault();

  /**
   * The shelf at an address.
   *
   * @param where a folder, or {@code s3://bucket/prefix}
   * @param endpoint of the store, e.g. {@code https://minio.city:9000}; empty for Amazon's own
   * @param region of the bucket; empty where the store has none, or for the one of the environment
   */
  static PhotoShelf at(String where, String endpoint, String region) {
    if (!where.startsWith(BUCKET)) {
      return new PhotoFolder(Path.of(where));
    }
    return new PhotoBucket(where, endpoint, region);
  }
}
