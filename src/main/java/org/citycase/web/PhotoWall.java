package org.citycase.web;

import java.util.List;
import org.citycase.dossier.CaseStory;
import org.citycase.dossier.CaseStory.Photo;

/** The photos of a case by what they show: before and after stand side by side. */
record PhotoWall(List<Photo> before, List<Photo> after, List<Photo> more) {

  static PhotoWall of(CaseStory story) {
    return new PhotoWall(
        story.photos().stream().filter(photo -> photo.kind().equals("before")).toList(),
        story.photos().stream().filter(photo -> photo.kind().equals("after")).toList(),
        story.photos().stream()
            .filter(photo -> !List.of("before", "after").contains(photo.kind()))
            .toList());
  }

  public boolean none() {
    return before.isEmpty() && after.isEmpty() && more.isEmpty();
  }
}
