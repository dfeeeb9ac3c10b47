package org.citycase.casefile;

import java.time.Instant;
import java.util.List;
import org.springframework.data.repository.Repository;

interface AttachmentStore extends Repository<Attachment, String> {

  Attachment save(Attachment attachment);

  List<Attachment> findByCaseNumberOrderByAtAscIdAsc(String caseNumber);

  List<Attachment> findBySha256(String sha256);

  int countByCaseNumberAndKind(String caseNumber, String kind);

  int countByCaseNumberAndKindAndAddedByAndAtGreaterThanEqual(
      String caseNumber, String kind, String addedBy, Instant since);
}
