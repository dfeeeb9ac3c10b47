package org.citycase.casefile;

import java.util.Optional;
import org.citycase.rules.Filings;
import org.springframework.stereotype.Component;

/** Tells the tables when a case was filed (立案), from its file. */
@Component
class FilingInstants implements Filings {

  private final CaseFileStore files;

  FilingInstants(CaseFileStore files) {
    this.files = files;
  }

  @Override
  public Optional<Filed> of(String caseNumber) {
    return files.findById(caseNumber).map(file -> file.course().filed());
  }
}
