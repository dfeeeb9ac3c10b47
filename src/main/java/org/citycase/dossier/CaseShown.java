package org.citycase.dossier;

import org.citycase.access.Viewer;
import org.citycase.casefile.CaseFile;

/** The case as the interface gives it to this viewer; a port of the room that shows cases. */
public interface CaseShown {

  /** Its JSON, with what the viewer may not see left out or masked. */
  Object of(CaseFile file, Viewer viewer);
}
