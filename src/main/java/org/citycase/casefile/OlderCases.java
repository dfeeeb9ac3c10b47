package org.citycase.casefile;

import java.util.List;
import org.citycase.Wordless;
import org.citycase.database.Repeats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases that are older than the trail: an entry of their own vouches for their rows as they are
 * found. It goes on where it was broken off. A case without any entry is none: its log was removed.
 */
@Component
class OlderCases {

  private static final Logger LOG = LoggerFactory.getLogger(OlderCases.class);
  private static final int AT_ONCE = 50;

  private final CaseFileStore store;
  private final CaseFiles files;
  private final TransactionTemplate alone;
  private final Repeats repeats;

  OlderCases(
      CaseFileStore store,
      CaseFiles files,
      PlatformTransactionManager transactions,
      Repeats repeats) {
    this.repeats = repeats;
    this.store = store;
    this.files = files;
    this.alone = new TransactionTemplate(transactions);
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() throws Exception {
    for (List<String> some = untraced(""); !some.isEmpty(); ) {
      trace(some);
      some = untraced(some.get(some.size() - 1));
    }
  }

  /** Other nodes are at work meanwhile: a start must not end with a race it lost. */
  private List<String> untraced(String after) throws Exception {
    return repeats.of(() -> store.untraced(after, AT_ONCE));
  }

  /**
   * Whatever is wrong with one case, the others are vouched for; it is tried again at each start.
   */
  private void trace(List<String> numbers) {
    try {
      alone.executeWithoutResult(
          status ->
              store.locked(numbers).stream()
                  .filter(file -> !file.isTraced())
                  .forEach(file -> files.note(file, Act.of(Act.RULE, "beginTrace"))));
    } catch (RuntimeException e) {
      if (numbers.size() > 1) {
        numbers.forEach(one -> trace(List.of(one)));
      } else {
        LOG.error(
            "The log of case {} could not begin to vouch for it.", numbers.get(0), Wordless.of(e));
      }
    }
  }
}
