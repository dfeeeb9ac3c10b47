import type { Book, Line } from './book';
import { hasFewChoices, shown } from './cells';
import type { Checks } from './checks';

export type Only = 'all' | 'changed' | 'findings' | 'city';

/** Which rows are wanted: by words anywhere in the row, by kind of row, and column by column. */
export class RowFilter {
  private words: string[] = [];
  private only: Only = 'all';
  private readonly byColumn = new Map<string, string>();
  private readonly texts = new WeakMap<Line, string>();

  constructor(
    private readonly book: Book,
    private readonly checks: Checks,
  ) {}

  look(search: string, only: Only): void {
    this.words = search.toLowerCase().split(/\s+/).filter(Boolean);
    this.only = only;
  }

  lookAt(key: string, wanted: string): void {
    wanted ? this.byColumn.set(key, wanted) : this.byColumn.delete(key);
  }

  clearColumns(): void {
    this.byColumn.clear();
  }

  /** The row was edited: its text is read anew. */
  forget(line: Line): void {
    this.texts.delete(line);
  }

  fits(uid: number): boolean {
    const line = this.book.get(uid);
    return (
      line !== undefined &&
      this.isOfKind(line) &&
      this.words.every((word) => this.text(line).includes(word)) &&
      [...this.byColumn].every(([key, wanted]) => this.fitsColumn(line, key, wanted))
    );
  }

  private isOfKind(line: Line): boolean {
    const kinds: Record<Only, () => boolean> = {
      all: () => true,
      changed: () => this.book.isChanged(line),
      findings: () => this.checks.of(line.uid).length > 0,
      city: () => line.origin !== 'national',
    };
    return kinds[this.only]();
  }

  private fitsColumn(line: Line, key: string, wanted: string): boolean {
    const column = this.book.columns.find((one) => one.key === key);
    const value = this.book.value(line.uid, key);
    if (column && hasFewChoices(column)) {
      return value === wanted;
    }
    return (column ? `${value} ${shown(column, value)}` : value).toLowerCase().includes(wanted.toLowerCase());
  }

  private text(line: Line): string {
    let text = this.texts.get(line);
    if (text === undefined) {
      const cells = this.book.columns.map((column) => {
        const value = line.cells[column.key] ?? '';
        return `${value} ${shown(column, value)}`;
      });
      text = [line.id, line.remark, ...cells].join(' ').toLowerCase();
      this.texts.set(line, text);
    }
    return text;
  }
}
