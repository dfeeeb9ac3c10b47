package org.citycase.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citycase.casefile.Requests;
import org.citycase.casefile.UnitRequest;
import org.springframework.stereotype.Component;

/** 推诿: the returns that were asked without a new ground, each a fault of the unit that asked. */
@Component
class BuckPassing {

  private final Requests requests;

  BuckPassing(Requests requests) {
    this.requests = requests;
  }

  List<Fault> of(String number) {
    List<Fault> faults = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (UnitRequest request : requests.of(number)) {
      if (request.buckPassing()) {
        int count = counts.merge(request.unit(), 1, Integer::sum);
        faults.add(Fault.of("buckPassing", request.unit(), count));
      }
    }
    return faults;
  }
}
