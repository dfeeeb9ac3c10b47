package org.citycase.rules;

import java.util.Map;
import java.util.Optional;
import org.citycase.Refusal;
import org.springframework.stereotype.Service;

/** Tells receipts, and what they name, as people read them, in both languages. */
@Service
public class ReceiptWords {

  private final TableShelf shelf;
  private final Words words;
  private final Sentences sentences;

  ReceiptWords(TableShelf shelf, Optional<KnownWords> known) {
    this.shelf = shelf;
    this.words = Words.read(known.orElseGet(KnownWords::any));
    this.sentences = new Sentences(words);
  }

  /** What was asked, which row answered what, and which rows lost and why. */
  public Bilingual sentence(Receipt receipt) {
    try {
      TableVersion version = shelf.history(receipt.table()).of(receipt.version());
      return sentences.of(receipt, shelf.compiled(version).compiled().table());
    } catch (Refusal gone) {
      return sentences.of(receipt);
    }
  }

  /** What a table's answer says otherwise than the one before, e.g. "limit 4 → 1 urgent hours". */
  public Bilingual change(String table, Map<String, Object> before, Map<String, Object> after) {
    return AnswerChanges.told(words, table, before, after);
  }

  /** What the table is called. */
  public Bilingual table(String name) {
    return words.table(name);
  }

  /** A code of the base data with its name, e.g. C01-37 street lamp. */
  public Bilingual code(Known.Word word, String code) {
    return words.code(word, code);
  }

  /** A limit with its unit, e.g. 2 work days. */
  public Bilingual limit(int value, String unit) {
    return words.amount("filing-standard", String.valueOf(value), "limitUnit", unit);
  }

  /** A word that means the same in all tables, e.g. true, yes. */
  public Bilingual word(String word) {
    return words.word("", "", word);
  }

  /** What is said where there is nothing. */
  public Bilingual nothing() {
    return Phrase.NOTHING.with();
  }
}
