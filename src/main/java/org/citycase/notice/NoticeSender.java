package org.citycase.notice;

/**
 * The door by which notices leave the house. A city that sends messages or mail adds its own bean;
 * it then replaces the built-in one, which only logs.
 */
public interface NoticeSender {

  /**
   * Sends a notice that is already stored. Called after the transaction is committed; an exception
   * is logged and changes nothing of the case.
   */
  void send(Notice notice);
}
