package org.citycase.trail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StringUtils;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.utils.Md5Utils;

/**
 * Pictures in a bucket of an S3-compatible store: {@code prefix/ab/cdef…} by the SHA-256 of their
 * content. Who may do so says the environment, as the client library finds it (variables, profile,
 * the machine's role). A store that does not answer is not asked again for some seconds: each
 * request that waits for it holds a connection to the database.
 */
final class PhotoBucket implements PhotoShelf {

  private static final Logger LOG = LoggerFactory.getLogger(PhotoBucket.class);

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ATTEMPT = Duration.ofSeconds(8);
  private static final Duration WHOLE = Duration.ofSeconds(15);
  private static final Duration REST = Duration.ofSeconds(10);

  private static final int EXISTS = 412;
  private static final int RACES = 409;
  private static final int NONE = 404;
  private static final int FULL = 507;
  private static final int UNABLE = 501;

  private final String address;
  private final String bucket;
  private final String prefix;
  private final S3Client store;

  /** Why there is no client at all; null when there is one. */
  private final String misspelt;

  private volatile long restsUntil = System.nanoTime();

  /** Whether the store puts under a condition; else it overwrites by the same content. */
  private volatile boolean knowsConditions = true;

  /**
   * @param address {@code s3://bucket} or {@code s3://bucket/prefix}
   * @param endpoint empty for Amazon's own
   */
  PhotoBucket(String address, String endpoint, String region) {
    this.address = address;
    String[] parts = address.substring(BUCKET.length()).split("/", 2);
    this.bucket = parts[0];
    this.prefix =
        parts.length < 2 || parts[1].isBlank() ? "" : parts[1].replaceAll("/+$", "") + "/";
    S3Client client = null;
    String unbuilt = null;
    try {
      client = client(endpoint(endpoint), region);
    } catch (SdkClientException | IllegalArgumentException e) {
      unbuilt = e.getMessage();
    }
    this.store = client;
    this.misspelt = unbuilt;
  }

  private static URI endpoint(String address) {
    if (!StringUtils.hasText(address)) {
      return null;
    }
    URI endpoint = URI.create(address.strip());
    if (endpoint.getHost() == null || !endpoint.getScheme().matches("https?")) {
      throw new IllegalArgumentException(address + " is no address like https://minio.city:9000");
    }
    return endpoint;
  }

  /** Older stores know neither the newer checksums nor a bucket as the name of a host. */
  private static S3Client client(URI endpoint, String region) {
    S3ClientBuilder client =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT))
            .overrideConfiguration(
                limits -> limits.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(WHOLE))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    if (endpoint != null) {
      client.endpointOverride(endpoint).forcePathStyle(true);
    }
    if (StringUtils.hasText(region)) {
      client.region(Region.of(region.strip()));
    } else if (endpoint != null) {
      client.region(Region.US_EAST_1);
    }
    return client.build();
  }

  @Override
  public void keep(String sha256, byte[] content) throws IOException {
    boolean conditionally = knowsConditions;
    try {
      put(sha256, content, conditionally);
    } catch (Answered answer) {
      switch (answer.status()) {
        case UNABLE -> {
          if (!conditionally) {
            throw answer;
          }
          knowsConditions = false;
          keep(sha256, content);
        }
        case EXISTS -> {
          // It is there already: what is kept is never written again.
        }
        case RACES -> proven(sha256);
        case FULL -> throw new NoRoom(address, answer);
        default -> throw answer;
      }
    }
  }

  private void put(String sha256, byte[] content, boolean conditionally) throws IOException {
    String md5 = Base64.getEncoder().encodeToString(Md5Utils.computeMD5Hash(content));
    asked(
        () ->
            store.putObject(
                put ->
                    put.bucket(bucket)
                        .key(key(sha256))
                        .ifNoneMatch(conditionally ? "*" : null)
                        .contentMD5(md5),
                RequestBody.fromBytes(content)));
  }

  /** Two nodes that keep the same picture at once: one of them has done it. */
  private void proven(String sha256) throws IOException {
    if (!sha256.equals(hash(sha256))) {
      throw new IOException("The photo " + sha256 + " was written twice at once; try again.");
    }
  }

  @Override
  public Optional<InputStream> open(String sha256) throws IOException {
    Path copy = Files.createTempFile("citycase-photo", ".tmp");
    try (InputStream in = stream(sha256)) {
      if (in == null) {
        Files.delete(copy);
        return Optional.empty();
      }
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      try (InputStream whole = Files.newInputStream(copy)) {
        if (!Canonical.sha256(whole).equals(sha256)) {
          throw new AlteredPhoto(sha256);
        }
      }
      return Optional.of(Files.newInputStream(copy, StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  @Override
  public String sha256(String name) {
    try {
      return hash(name);
    } catch (IOException e) {
      throw new UncheckedIOException("The photo " + name + " cannot be read.", e);
    }
  }

  private String hash(String name) throws IOException {
    try (InputStream in = stream(name)) {
      return in == null ? null : Canonical.sha256(in);
    }
  }

  /** Null when there is none. */
  private ResponseInputStream<GetObjectResponse> stream(String sha256) throws IOException {
    if (!sha256.matches("[0-9a-f]{64}")) {
      return null;
    }
    try {
      return asked(() -> store.getObject(get -> get.bucket(bucket).key(key(sha256))));
    } catch (Answered answer) {
      if (answer.status() == NONE) {
        return null;
      }
      throw answer;
    }
  }

  private String key(String sha256) {
    return prefix + sha256.substring(0, 2) + "/" + sha256.substring(2);
  }

  @Override
  public Optional<String> fault() {
    if (misspelt != null) {
      return wrong("cannot be asked (" + misspelt + ")");
    }
    try {
      store.headBucket(head -> head.bucket(bucket));
    } catch (SdkServiceException e) {
      if (e.statusCode() < 500) {
        return wrong("answers %d".formatted(e.statusCode()));
      }
      LOG.warn("The store of the photos, {}, answers {} just now.", address, e.statusCode());
    } catch (SdkClientException e) {
      if (!isAway(e)) {
        return wrong("cannot be asked (" + e.getMessage() + ")");
      }
      LOG.warn("The store of the photos, {}, does not answer just now.", address);
    }
    return Optional.empty();
  }

  private Optional<String> wrong(String why) {
    return Optional.of(
        "The bucket of the photos, %s, %s: name an existing bucket with --citycase.attachments, its"
                .formatted(address, why)
            + " store with --citycase.s3.endpoint and --citycase.s3.region, and give this service"
            + " credentials that may read and write it (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY).");
  }

  private static boolean isAway(SdkClientException e) {
    if (e instanceof ApiCallTimeoutException || e instanceof ApiCallAttemptTimeoutException) {
      return true;
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  /** The store answered, but not as hoped. */
  private static final class Answered extends IOException {

    private final int status;

    Answered(int status, SdkException cause) {
      super("The store of the photos answers " + status + ".", cause);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  private <T> T asked(Supplier<T> question) throws IOException {
    if (System.nanoTime() - restsUntil < 0) {
      throw new IOException(
          "The store of the photos, " + address + ", did not answer just before.");
    }
    try {
      return question.get();
    } catch (SdkServiceException e) {
      throw new Answered(e.statusCode(), e);
    } catch (SdkClientException e) {
      restsUntil = System.nanoTime() + REST.toNanos();
      throw new IOException("The store of the photos, " + address + ", does not answer.", e);
    }
  }
}
