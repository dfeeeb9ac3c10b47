package org.citycase.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.citycase.Refusal;
import org.citycase.casefile.SentPhoto;
import org.springframework.web.multipart.MultipartFile;

/** Photos as they come over HTTP: inside JSON as base64, or as parts of a multipart request. */
public final class Photos {

  /**
   * A photo inside JSON; its content type is told by its bytes, not believed. Where it was taken
   * may come with it, in degrees WGS 84.
   */
  public record Inline(String name, String contentType, String base64, Double lat, Double lng) {}

  private Photos() {}

  /** The photos of the field; refuses one that is no base64, by its place. */
  public static List<SentPhoto> inline(String field, List<Inline> photos) {
    List<SentPhoto> sent = new ArrayList<>();
    for (Inline photo : photos == null ? List.<Inline>of() : photos) {
      String place = field + "[" + sent.size() + "]";
      if (photo == null || photo.base64() == null || photo.base64().isBlank()) {
        throw Refusal.ofField(
            Refusal.Kind.MALFORMED, place + ".base64", "Photo " + place + " holds no picture.");
      }
      degrees(place, photo.lat(), photo.lng());
      try {
        byte[] content = Base64.getDecoder().decode(photo.base64().replaceAll("\\s", ""));
        String name = photo.name() == null ? place : photo.name();
        sent.add(new SentPhoto(name, content, photo.lat(), photo.lng()));
      } catch (IllegalArgumentException e) {
        throw Refusal.ofField(
            Refusal.Kind.MALFORMED, place + ".base64", "Photo " + place + " is not base64.");
      }
    }
    return sent;
  }

  private static void degrees(String place, Double lat, Double lng) {
    if ((lat == null) != (lng == null)) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED, place, "Give both lat and lng of photo " + place + ", or none.");
    }
    if (lat != null && !(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          place,
          "%s, %s is no place on earth: give degrees WGS 84.".formatted(lat, lng));
    }
  }

  /** The uploaded parts. */
  public static List<SentPhoto> parts(List<MultipartFile> parts) {
    return (parts == null ? List.<MultipartFile>of() : parts)
        .stream()
            .filter(part -> !part.isEmpty())
            .map(part -> new SentPhoto(name(part), bytes(part)))
            .toList();
  }

  private static String name(MultipartFile part) {
    String name = part.getOriginalFilename();
    return name == null || name.isBlank() ? part.getName() : name;
  }

  private static byte[] bytes(MultipartFile part) {
    try {
      return part.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("An uploaded photo could not be read.", e);
    }
  }
}
