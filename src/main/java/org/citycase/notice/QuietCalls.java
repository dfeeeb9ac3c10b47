package org.citycase.notice;

import java.util.Set;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.SecureUberspector;
import org.apache.velocity.util.introspection.VelMethod;

/**
 * What a template may call: the parts of a fact that is the house's own, and of Java's texts,
 * numbers and lists only what looks. {@code repeat} or {@code format} would fill the memory.
 */
public class QuietCalls extends SecureUberspector {

  private static final Set<String> LOOKS =
      Set.of(
          "contains",
          "containsKey",
          "endsWith",
          "equals",
          "get",
          "getOrDefault",
          "isEmpty",
          "length",
          "size",
          "startsWith",
          "toString");

  @Override
  public VelMethod getMethod(Object fact, String name, Object[] values, Info where) {
    if (fact != null
        && !fact.getClass().getName().startsWith("org.citycase.")
        && !LOOKS.contains(name)) {
      return null;
    }
    return super.getMethod(fact, name, values, where);
  }
}
