package org.citycase.casefile;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citycase.access.Viewer;
import org.citycase.clock.CityClock;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Photos are in the store before anybody waits for their case. */
class AttachmentsTest {

  private static final String NUMBER = "1101012026031300001";

  private final AttachmentStore store = mock(AttachmentStore.class);
  private final PhotoStore photos = mock(PhotoStore.class);
  private final CaseFiles files = mock(CaseFiles.class);
  private final CaseFileStore cases = mock(CaseFileStore.class);
  private final CityClock clock = mock(CityClock.class);
  private final PlatformTransactionManager transactions = mock(PlatformTransactionManager.class);
  private final Attachments attachments =
      new Attachments(store, photos, files, cases, clock, new TransactionTemplate(transactions));

  @Test
  void aSlowStoreHoldsNeitherATransactionNorTheCase() {
    CaseFile file = mock(CaseFile.class, RETURNS_DEEP_STUBS);
    when(file.number()).thenReturn(NUMBER);
    when(file.state()).thenReturn(CaseState.REPORTED);
    when(file.reported().reportedBy()).thenReturn("chen");
    when(cases.findById(NUMBER)).thenReturn(Optional.of(file));
    when(files.get(NUMBER)).thenReturn(file);
    when(clock.instant()).thenReturn(Instant.EPOCH);
    when(photos.store(any(), any())).thenReturn(new Photo("0".repeat(64), "image/png", 3));
    List<SentPhoto> sent = List.of(new SentPhoto("a.png", new byte[3]));
    attachments.add(NUMBER, "other", sent, new Viewer("chen", Set.of("collectors")));
    InOrder order = inOrder(photos, transactions, files, store);
    order.verify(photos).store(any(), any());
    order.verify(transactions).getTransaction(any());
    order.verify(files).get(NUMBER);
    order.verify(store).save(any());
    order.verify(transactions).commit(any());
  }
}
