import { REMARK, type Book } from './book';
import { normal } from './cells';
import { openEditor } from './editor';
import type { Grid } from './grid';

interface Place {
  uid: number;
  key: string;
}

interface Doors {
  editable: boolean;
  moved(uid: number): void;
  undo(): void;
  redo(): void;
  toPanel(): void;
}

const MOVES: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-15, 0],
  PageDown: [15, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** The cell one stands on: moves with the keyboard, opens the editor, copies and pastes. */
export class Cursor {
  private place: Place | null = null;
  private editing = false;

  constructor(
    private readonly grid: Grid,
    private readonly book: Book,
    private readonly doors: Doors,
  ) {
    const element = grid.element;
    element.addEventListener('keydown', (event) => this.key(event));
    element.addEventListener('focusin', (event) => this.entered(event.target as HTMLElement));
    element.addEventListener('focusout', () => this.holder()?.setAttribute('tabindex', '0'));
    element.addEventListener('click', (event) => this.chosen(cellOf(event.target)));
    element.addEventListener('dblclick', (event) => this.open(cellOf(event.target)));
    element.addEventListener('copy', (event) => this.copy(event));
    element.addEventListener('paste', (event) => this.paste(event));
  }

  get uid(): number | null {
    return this.place?.uid ?? null;
  }

  async go(uid: number, key: string): Promise<void> {
    const cell = await this.grid.reveal(uid, key);
    cell?.focus();
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private holder(): HTMLElement | null {
    return this.grid.element.querySelector('.tabulator-tableholder');
  }

  private entered(target: HTMLElement): void {
    const cell = cellOf(target);
    if (cell) {
      this.holder()?.setAttribute('tabindex', '-1');
      this.stand(cell);
    } else if (target === this.holder()) {
      const first = this.place ?? this.firstPlace();
      if (first) {
        void this.go(first.uid, first.key);
      }
    }
  }

  private firstPlace(): Place | null {
    const row = this.grid.rows()[0];
    return row ? { uid: uidOf(row.getElement()), key: 'id' } : null;
  }

  private stand(cell: HTMLElement): void {
    const uid = uidOf(cell.closest<HTMLElement>('.tabulator-row'));
    const moved = uid !== this.place?.uid;
    this.place = { uid, key: cell.getAttribute('tabulator-field') ?? 'id' };
    if (moved) {
      this.grid.element.querySelectorAll('.here').forEach((row) => row.classList.remove('here'));
      this.doors.moved(uid);
    }
    cell.closest('.tabulator-row')?.classList.add('here');
  }

  /** A row that is pressed again is shown again, though one stands in it already. */
  private chosen(cell: HTMLElement | null): void {
    if (cell && !this.editing) {
      this.doors.moved(uidOf(cell.closest<HTMLElement>('.tabulator-row')));
    }
  }

  private key(event: KeyboardEvent): void {
    const cell = cellOf(event.target);
    if (!cell || cell !== event.target || !this.place) {
      return;
    }
    const { key } = event;
    const command = event.ctrlKey || event.metaKey;
    if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      this.grid.sort(this.place.key, key === 'ArrowUp' ? 'asc' : 'desc');
    } else if (MOVES[key]) {
      this.move(MOVES[key], command);
    } else if (key === 'Enter' || key === 'F2') {
      this.doors.editable ? this.open(cell) : this.doors.toPanel();
    } else if (key === 'F6') {
      this.doors.toPanel();
    } else if (command && key.toLowerCase() === 'z') {
      event.shiftKey ? this.doors.redo() : this.doors.undo();
    } else if (command && key.toLowerCase() === 'y') {
      this.doors.redo();
    } else if ((key === 'Delete' || key === 'Backspace') && this.writable(this.place.key)) {
      this.book.edit([{ ...this.place, value: '' }]);
    } else if (key.length === 1 && key !== ' ' && !command && !event.altKey && this.writable(this.place.key)) {
      this.open(cell, key);
    } else if (key === 'Process' && this.writable(this.place.key)) {
      // An input method begins: what it writes goes into the editor.
      this.open(cell, '');
      return;
    } else {
      return;
    }
    event.preventDefault();
  }

  private move([rows, columns]: [number, number], toEdge: boolean): void {
    if (!this.place) {
      return;
    }
    const all = this.grid.rows();
    const keys = this.grid.keys();
    const from = all.findIndex((row) => row.getData()['uid'] === this.place?.uid);
    const down = toEdge ? rows * Infinity || 0 : rows;
    const aside = toEdge ? columns * Infinity || 0 : columns;
    const row = all[within(from + down, all.length)];
    const key = keys[within(keys.indexOf(this.place.key) + aside, keys.length)];
    if (row && key) {
      void this.go((row.getData() as { uid: number }).uid, key);
    }
  }

  private writable(key: string): boolean {
    return this.doors.editable && key !== 'id';
  }

  /** Puts the editor into the cell; what was typed to open it overwrites. */
  private open(cell: HTMLElement | null, typed?: string): void {
    if (!cell || this.editing) {
      return;
    }
    this.stand(cell);
    const place = this.place;
    if (!place || !this.writable(place.key)) {
      return;
    }
    const column = this.grid.column(place.key);
    this.editing = true;
    openEditor(cell, column, this.book.value(place.uid, place.key), typed, ({ value, key, back }) => {
      this.editing = false;
      this.grid.redraw([place.uid]);
      if (value !== null) {
        this.book.edit([{ ...place, value }]);
      }
      if (key) {
        void this.go(place.uid, place.key).then(() => this.after(key, back));
      }
    });
  }

  private after(key: string, back: boolean): void {
    const step = back ? -1 : 1;
    if (key !== 'Escape') {
      this.move(key === 'Tab' ? [0, step] : [step, 0], false);
    }
  }

  private copy(event: ClipboardEvent): void {
    if (this.place && !this.editing) {
      event.clipboardData?.setData('text/plain', this.book.value(this.place.uid, this.place.key));
      event.preventDefault();
    }
  }

  /** A block of cells goes in from here to the right and down, as one step. */
  private paste(event: ClipboardEvent): void {
    if (!this.place || this.editing || !this.doors.editable) {
      return;
    }
    event.preventDefault();
    const block = (event.clipboardData?.getData('text/plain') ?? '').replace(/\r?\n$/, '').split(/\r?\n/);
    const rows = this.grid.rows();
    const keys = this.grid.keys();
    const top = rows.findIndex((row) => row.getData()['uid'] === this.place?.uid);
    const left = keys.indexOf(this.place.key);
    const edits = block.flatMap((text, down) =>
      text.split('\t').flatMap((value, aside) => {
        const uid = (rows[top + down]?.getData() as { uid: number } | undefined)?.uid;
        const key = keys[left + aside];
        const column = key && key !== REMARK ? this.grid.column(key) : undefined;
        return uid === undefined || !key || !this.writable(key) ? [] : [{ uid, key, value: column ? normal(column, value) : value }];
      }),
    );
    this.book.edit(edits);
  }
}

const cellOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.tabulator-row .tabulator-cell') : null;

const uidOf = (row: HTMLElement | null): number => Number(row?.dataset['uid']);

const within = (index: number, length: number): number => Math.max(0, Math.min(length - 1, index));
