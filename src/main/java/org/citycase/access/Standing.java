package org.citycase.access;

import java.util.Optional;
import java.util.Set;

/** What the user store says of an account now; its owner may have signed in hours ago. */
public interface Standing {

  /**
   * An account.
   *
   * @param groups its groups
   * @param password a mark of its password on this node, another one when the password is changed
   */
  record Account(Set<String> groups, String password) {}

  /** The account of the user; empty when there is none any more. */
  Optional<Account> of(String user);
}
