package org.citycase.register;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class FileCaseListener extends RoomListener {

  private final Registration registration;

  FileCaseListener(Registration registration) {
    this.registration = registration;
  }

  @Override
  protected void completed(Completion said) {
    registration.file(said);
  }
}
