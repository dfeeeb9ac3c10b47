package org.citycase.casefile;

/**
 * A stored picture.
 *
 * @param sha256 names its content, 64 lower-case hexadecimal digits
 * @param contentType what the content is, whatever the file was called: {@code image/jpeg}, {@code
 *     image/png} or {@code image/webp}
 * @param size in bytes
 */
record Photo(String sha256, String contentType, long size) {}
