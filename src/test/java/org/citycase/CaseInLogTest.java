package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Which case the lines of the log name. */
class CaseInLogTest {

  @AfterEach
  void clear() {
    MDC.clear();
  }

  private static void transactionOn(String number) {
    TransactionSynchronizationManager.initSynchronization();
    CaseInLog.untilTheEnd(number);
    TransactionSynchronizationManager.getSynchronizations()
        .forEach(one -> one.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
    TransactionSynchronizationManager.clearSynchronization();
  }

  private static String named() {
    return MDC.get(CaseInLog.CASE_NUMBER);
  }

  @Test
  void aTransactionWithinAStretchLeavesItsName() {
    try (CaseInLog.Named stretch = CaseInLog.naming("one")) {
      transactionOn("other");
      assertThat(named()).isEqualTo("one");
    }
    assertThat(named()).isNull();
  }

  @Test
  void aTransactionAloneLeavesNoName() {
    transactionOn("one");
    assertThat(named()).isNull();
  }
}
