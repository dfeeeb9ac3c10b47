package org.citycase.process;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who belongs to a group now, as the user store says: people come and go after the first start. */
@Component
public class Members {

  private final ObjectProvider<ProcessEngine> engine;

  Members(ObjectProvider<ProcessEngine> engine) {
    this.engine = engine;
  }

  /** A person of a group; the name as it is shown. */
  public record Member(String user, String name) {}

  /** The people of the group by user name, whoever asks; empty for an unknown group. */
  public List<Member> of(String group) {
    return asked(identity -> identity.createUserQuery().memberOfGroup(group).list()).stream()
        .map(user -> new Member(user.getId(), name(user)))
        .sorted(Comparator.comparing(Member::user))
        .toList();
  }

  /** Whether there is an account of this name. */
  public boolean isKnown(String user) {
    return asked(identity -> identity.createUserQuery().userId(user).count()) > 0;
  }

  /** Whether the account belongs to the group. */
  public boolean isIn(String user, String group) {
    return asked(identity -> identity.createUserQuery().userId(user).memberOfGroup(group).count())
        > 0;
  }

  private <T> T asked(Function<IdentityService, T> question) {
    ProcessEngine running = engine.getObject();
    return ((ProcessEngineImpl) running)
        .getProcessEngineConfiguration()
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () -> question.apply(running.getIdentityService())));
  }

  private static String name(User user) {
    String name =
        Stream.of(user.getFirstName(), user.getLastName())
            .filter(Objects::nonNull)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? user.getId() : name;
  }
}
