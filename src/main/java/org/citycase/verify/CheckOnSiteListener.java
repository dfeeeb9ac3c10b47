package org.citycase.verify;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class CheckOnSiteListener extends RoomListener {

  private final SiteCheck siteCheck;

  CheckOnSiteListener(SiteCheck siteCheck) {
    this.siteCheck = siteCheck;
  }

  @Override
  protected void completed(Completion said) {
    siteCheck.check(said);
  }
}
