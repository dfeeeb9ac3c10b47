package org.citycase.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citycase.casefile.Attachment;
import org.citycase.casefile.CaseDesk.Trail;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.Place;
import org.citycase.dossier.CaseStory.ComponentAt;
import org.citycase.dossier.CaseStory.Photo;
import org.citycase.dossier.CaseStory.Places;
import org.citycase.dossier.CaseStory.Point;
import org.citycase.standard.Components;
import org.citycase.standard.Grids;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;

/** Where a case is and what was photographed there. */
@Component
class StoryPlaces {

  private final Grids grids;
  private final Components components;
  private final Names names;

  StoryPlaces(Grids grids, Components components, Names names) {
    this.grids = grids;
    this.components = components;
    this.names = names;
  }

  Places of(CaseFile file, List<Trail> trail, List<Photo> photos) {
    return new Places(
        new Point(file.place().lat(), file.place().lng(), "case"),
        grids.polygon(file.place().grid()).map(StoryPlaces::geoJson).orElse(null),
        component(file.reported().component()),
        photos.stream()
            .filter(photo -> photo.lat() != null && photo.lng() != null)
            .map(photo -> new Point(photo.lat(), photo.lng(), photo.sha256()))
            .toList(),
        relocatedFrom(trail));
  }

  Photo photo(Attachment one, Place place) {
    boolean placed = one.getLat() != null && one.getLng() != null;
    return new Photo(
        one.getSha256(),
        one.getKind(),
        StoryWords.name("photo", one.getKind()),
        one.getName(),
        one.getContentType(),
        one.getSize(),
        one.getAt(),
        one.getBy(),
        one.getLat(),
        one.getLng(),
        placed ? Math.round(place.metresTo(at(one.getLat(), one.getLng(), place))) : null);
  }

  private static Place at(double lat, double lng, Place like) {
    return new Place(lat, lng, like.address(), like.grid(), like.district());
  }

  private ComponentAt component(String code) {
    return code == null ? null : components.find(code).map(this::shown).orElse(null);
  }

  private ComponentAt shown(org.citycase.standard.Component one) {
    return new ComponentAt(
        one.code(),
        names.category(one.category()),
        one.lat(),
        one.lng(),
        names.unit(one.ownerUnit()),
        one.state());
  }

  /** The place as it was before the first correction. */
  private static Point relocatedFrom(List<Trail> trail) {
    return trail.stream()
        .map(Trail::data)
        .filter(data -> data.has("fromLat"))
        .findFirst()
        .map(StoryPlaces::from)
        .orElse(null);
  }

  private static Point from(JsonNode data) {
    return new Point(
        data.get("fromLat").asDouble(), data.get("fromLng").asDouble(), "relocatedFrom");
  }

  private static Map<String, Object> geoJson(Polygon polygon) {
    Stream<LineString> holes =
        IntStream.range(0, polygon.getNumInteriorRing()).mapToObj(polygon::getInteriorRingN);
    List<List<List<Double>>> rings =
        Stream.concat(Stream.of(polygon.getExteriorRing()), holes).map(StoryPlaces::ring).toList();
    return Map.of("type", "Polygon", "coordinates", rings);
  }

  private static List<List<Double>> ring(LineString ring) {
    return Arrays.stream(ring.getCoordinates()).map(at -> List.of(at.x, at.y)).toList();
  }
}
