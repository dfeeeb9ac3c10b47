package org.citycase.notice;

/**
 * The door by which notices leave the house. A city that sends messages or mail adds its own bean;
 * it then replaces the built-in one, which only logs.
 */
public interface NoticeSender {

  /**
   * Sends a notice that is already stored. Called after the transaction is committed; an exception
   * is kept with the notice, changes nothing of the case, and the notice is sent again later. After
   * a crash a notice may be sent twice, never not at all.
   *
   * @return what proves the delivery, e.g. the number the gateway gave the message; at most 200
   *     characters
   */
  String send(Notice notice);
}
