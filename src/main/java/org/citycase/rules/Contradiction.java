package org.citycase.rules;

/**
 * What the cells of a row answer does not go together: thrown by the record of an answer, told at
 * the cell that is to be changed.
 */
public class Contradiction extends IllegalArgumentException {

  private final String property;
  private final transient Bilingual sentence;

  /**
   * A contradiction in an answer.
   *
   * @param property of the answer whose cell is to be changed
   * @param zh what is wrong and what to do, in Chinese
   * @param en the same in English
   */
  public Contradiction(String property, String zh, String en) {
    super(en);
    this.property = property;
    this.sentence = new Bilingual(zh, en);
  }

  String property() {
    return property;
  }

  Bilingual sentence() {
    return sentence;
  }
}
