import type { Column, Patch, Row, Table } from './api';

/** The rows on the desk: edited in steps that can be undone; each step is told to the service. */

export interface Line extends Row {
  /** Stays with the row whatever becomes of its id. */
  uid: number;
}

export interface CellEdit {
  uid: number;
  key: string;
  before: string;
  after: string;
}

interface Placed {
  line: Line;
  at: number;
}

export interface Step {
  cells: CellEdit[];
  added: Placed[];
  removed: Placed[];
}

export const REMARK = 'remark';

export class Book {
  readonly columns: Column[];
  lines: Line[] = [];
  private readonly byUid = new Map<number, Line>();
  private readonly before = new Map<string, Row>();
  private readonly done: Step[] = [];
  private undone: Step[] = [];
  private lastUid = 0;
  private readonly watchers: ((step: Step) => void)[] = [];

  /** @param base the table the draft was made from, to mark what differs; the table itself when read */
  constructor(
    readonly table: Table,
    base: Table,
    private readonly tell: (patch: Patch) => void,
  ) {
    this.columns = table.columns.map((column) => withSeen(column, table.rows));
    base.rows.forEach((row) => this.before.set(row.id, row));
    table.rows.forEach((row) => this.enter(this.line(row), this.lines.length));
  }

  watch(watcher: (step: Step) => void): void {
    this.watchers.push(watcher);
  }

  get(uid: number): Line | undefined {
    return this.byUid.get(uid);
  }

  value(uid: number, key: string): string {
    const line = this.byUid.get(uid);
    return (key === REMARK ? line?.remark : key === 'id' ? line?.id : line?.cells[key]) ?? '';
  }

  /** What stood in the cell before this draft; nothing when the row is new. */
  valueBefore(line: Line, key: string): string | undefined {
    const row = this.before.get(line.id);
    return row && (key === REMARK ? row.remark : key === 'id' ? row.id : (row.cells[key] ?? ''));
  }

  isNew(line: Line): boolean {
    return !this.before.has(line.id);
  }

  isChanged(line: Line): boolean {
    const row = this.before.get(line.id);
    return (
      !row ||
      row.remark !== line.remark ||
      this.columns.some((column) => column.kind !== 'id' && (row.cells[column.key] ?? '') !== (line.cells[column.key] ?? ''))
    );
  }

  has(id: string): boolean {
    return this.lines.some((line) => line.id === id);
  }

  at(sheetLine: number): Line | undefined {
    return this.lines.find((line) => line.line === sheetLine);
  }

  named(id: string): Line | undefined {
    return this.lines.find((line) => line.id === id);
  }

  edit(edits: { uid: number; key: string; value: string }[]): void {
    const cells = edits
      .map(({ uid, key, value }) => ({ uid, key, before: this.value(uid, key), after: value }))
      .filter((cell) => cell.before !== cell.after);
    if (cells.length) {
      this.take({ cells, added: [], removed: [] });
    }
  }

  add(id: string, after: Line | undefined, like: Line | undefined): Line {
    const cells = Object.fromEntries(this.columns.map((column) => [column.key, like?.cells[column.key] ?? '']));
    const line = this.line({ id, remark: like?.remark ?? '', line: 0, origin: 'city', cells: { ...cells, id } });
    const at = after ? this.lines.indexOf(after) + 1 : this.lines.length;
    this.take({ cells: [], added: [{ line, at }], removed: [] });
    return line;
  }

  remove(line: Line): void {
    this.take({ cells: [], added: [], removed: [{ line, at: this.lines.indexOf(line) }] });
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  undo(): Step | undefined {
    const step = this.done.pop();
    if (step) {
      this.undone.push(step);
      this.carryOut(reversed(step));
    }
    return step;
  }

  redo(): Step | undefined {
    const step = this.undone.pop();
    if (step) {
      this.done.push(step);
      this.carryOut(step);
    }
    return step;
  }

  /** The sheet lines as the service counts them after rows came or went. */
  renumber(rows: Row[]): void {
    const lines = new Map(rows.map((row) => [row.id, row.line]));
    this.lines.forEach((line) => (line.line = lines.get(line.id) ?? line.line));
  }

  private take(step: Step): void {
    this.done.push(step);
    this.undone = [];
    this.carryOut(step);
  }

  private carryOut(step: Step): void {
    for (const { uid, key, after } of step.cells) {
      const line = this.byUid.get(uid);
      if (line && key === REMARK) {
        line.remark = after;
      } else if (line) {
        line.cells[key] = after;
      }
    }
    step.removed.forEach(({ line }) => {
      this.lines.splice(this.lines.indexOf(line), 1);
      this.byUid.delete(line.uid);
    });
    step.added.forEach(({ line, at }) => this.enter(line, at));
    this.tell(this.patch(step));
    this.watchers.forEach((watcher) => watcher(step));
  }

  private patch(step: Step): Patch {
    return {
      cells: step.cells.flatMap(({ uid, key, after }) => {
        const line = this.byUid.get(uid);
        return line ? [{ row: line.id, key, value: after }] : [];
      }),
      added: step.added.map(({ line: { id, remark, cells }, at }) => ({ id, remark, cells, after: this.lines[at - 1]?.id ?? null })),
      removed: step.removed.map(({ line }) => line.id),
    };
  }

  private line(row: Row): Line {
    return { ...row, cells: { ...row.cells }, uid: ++this.lastUid };
  }

  private enter(line: Line, at: number): void {
    this.lines.splice(at, 0, line);
    this.byUid.set(line.uid, line);
  }
}

function withSeen(column: Column, rows: Row[]): Column {
  return column.type === 'word' && !column.words.length
    ? { ...column, seen: [...new Set(rows.map((row) => row.cells[column.key] ?? ''))].filter(Boolean).sort() }
    : column;
}

function reversed(step: Step): Step {
  return {
    cells: step.cells.map((cell) => ({ ...cell, before: cell.after, after: cell.before })),
    added: step.removed,
    removed: step.added,
  };
}
