package org.citycase.monitor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citycase.casefile.CaseMoved;
import org.citycase.casefile.CaseReported;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.Channel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts what this node committed: reports by channel, and cases that ended by their end. */
@Component
class CaseCounters {

  private final Map<Channel, Counter> reports = new EnumMap<>(Channel.class);
  private final Map<CaseState, Counter> ends;

  CaseCounters(MeterRegistry meters) {
    for (Channel channel : Channel.values()) {
      reports.put(
          channel,
          Counter.builder("citycase.reports")
              .description("Reports taken in by this node")
              .tag("channel", channel.code())
              .register(meters));
    }
    ends =
        Arrays.stream(CaseState.values())
            .filter(CaseState::isEnd)
            .collect(Collectors.toMap(Function.identity(), end -> counter(end, meters)));
  }

  private static Counter counter(CaseState end, MeterRegistry meters) {
    return Counter.builder("citycase.cases.ended")
        .description("Cases that came to an end on this node")
        .tag("state", Figures.code(end))
        .register(meters);
  }

  @TransactionalEventListener
  void reported(CaseReported report) {
    reports.get(report.channel()).increment();
  }

  @TransactionalEventListener
  void moved(CaseMoved move) {
    if (move.to().isEnd() && move.from() != move.to()) {
      ends.get(move.to()).increment();
    }
  }
}
