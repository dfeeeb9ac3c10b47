import type { Draft, Table } from './api';
import { Book, type Line, type Step } from './book';
import { Checks } from './checks';
import { Cursor } from './cursor';
import { dialog } from './dialogs';
import { button, field, fill, h, type Child } from './dom';
import { inWords } from './frame';
import type { Only } from './filter';
import { FindingsStrip } from './findings';
import { Grid } from './grid';
import { keyHelp } from './keys';
import { Outbox, type Saving } from './outbox';
import { RowPanel } from './row-panel';
import { t } from './texts';

/** The table on the desk: tools above, the grid, one row in full beside it, the checks below. */
export class Workbench {
  readonly element = h('section', { class: 'bench' });
  private readonly book: Book;
  private readonly checks: Checks;
  private readonly grid: Grid;
  private readonly cursor: Cursor;
  private readonly panel: RowPanel;
  private readonly count = h('span', { class: 'quiet count', role: 'status' });
  private readonly saving = h('span', { class: 'saving', role: 'status' });
  private readonly found = new FindingsStrip((line, key) => void this.goToLine(line, key));
  private readonly search = h('input', { type: 'search', placeholder: t('search'), 'aria-label': t('search') });
  private readonly only = h('select', { 'aria-label': t('filters') });
  private undo!: HTMLButtonElement;
  private redo!: HTMLButtonElement;

  constructor(
    table: Table,
    base: Table,
    private readonly draft: Draft | null,
    private readonly editable: boolean,
    checked: (draft: Draft) => void,
  ) {
    const outbox = draft && editable ? this.outbox(draft, checked) : null;
    this.book = new Book(table, base, (patch) => outbox?.send(patch));
    this.checks = new Checks(this.book);
    this.grid = new Grid(this.book, this.checks, inWords(table));
    this.panel = new RowPanel(this.book, this.checks, { editable, left: () => this.backToGrid() });
    this.cursor = new Cursor(this.grid, this.book, {
      editable,
      moved: (uid) => this.panel.show(this.book.get(uid) ?? null),
      undo: () => this.step(this.book.undo()),
      redo: () => this.step(this.book.redo()),
      toPanel: () => this.panel.focus(),
    });
    this.book.watch((step) => this.follow(step));
    this.lay();
  }

  async draw(): Promise<void> {
    await this.grid.draw();
    this.grid.showEmpty(this.editable);
    if (this.draft) {
      this.take(this.draft);
    }
    this.counted();
  }

  /** Shows a row, letting go of the filters that hide it. */
  async goTo(id: string, key: string | null): Promise<void> {
    const line = this.book.named(id);
    if (line) {
      await this.goToLine(line, key);
    }
  }

  private outbox(draft: Draft, checked: (draft: Draft) => void): Outbox {
    return new Outbox(draft.id, {
      state: (saving: Saving) => {
        const words = { saved: t('saved'), saving: t('saving'), refused: t('notSaved') };
        fill(this.saving, words[saving]);
        this.saving.dataset['state'] = saving;
      },
      checked: (now, table) => {
        if (table) {
          this.book.renumber(table.rows);
        }
        this.take(now);
        checked(now);
      },
      refused: (error) => {
        sessionStorage.setItem('notice', t('notKept', error instanceof Error ? error.message : String(error)));
        location.reload();
      },
    });
  }

  private lay(): void {
    const filter = button(t('filters'), () => this.toggle(filter, (on) => this.grid.showFilters(on)), { 'aria-pressed': 'false' });
    const empty = button(t('emptyColumns'), () => this.toggle(empty, (on) => this.grid.showEmpty(on)), { 'aria-pressed': String(this.editable), class: 'wide-only' });
    const options: [Only, string][] = [
      ['all', t('onlyAll')],
      ['city', t('onlyCity')],
      ...(this.draft ? ([['changed', t('onlyChanged')], ['findings', t('onlyFindings')]] as [Only, string][]) : []),
    ];
    fill(this.only, ...options.map(([value, text]) => h('option', { value }, text)));
    this.search.addEventListener('input', () => this.look());
    this.only.addEventListener('change', () => this.look());
    fill(
      this.element,
      h(
        'div',
        { class: 'tools', role: 'toolbar', 'aria-label': t('tabTable') },
        this.search,
        this.only,
        filter,
        empty,
        this.count,
        h('span', { class: 'space' }),
        ...this.editTools(),
        button('?', () => keyHelp(this.editable), { 'aria-label': t('keys'), title: t('keys'), class: 'wide-only' }),
      ),
      h('div', { class: 'desk' }, this.grid.element, this.panel.element),
      this.draft ? this.found.element : null,
    );
    document.addEventListener('keydown', (event) => this.shortcut(event));
  }

  private editTools(): Child[] {
    if (!this.editable) {
      return [];
    }
    this.undo = button('↶', () => this.step(this.book.undo()), { title: `${t('undo')} Ctrl+Z`, 'aria-label': t('undo'), disabled: true });
    this.redo = button('↷', () => this.step(this.book.redo()), { title: `${t('redo')} Ctrl+Y`, 'aria-label': t('redo'), disabled: true });
    return [
      this.saving,
      this.undo,
      this.redo,
      button(t('addRow'), () => this.askForRow()),
      button(t('removeRow'), () => this.removeRow()),
    ];
  }

  private shortcut(event: KeyboardEvent): void {
    const typing = (event.target as Element).closest('input, select, textarea, dialog') !== null;
    if (event.key === '/' && !typing) {
      event.preventDefault();
      this.search.focus();
    } else if (event.key === 'ArrowDown' && event.target === this.search) {
      event.preventDefault();
      this.backToGrid();
    }
  }

  private toggle(press: HTMLButtonElement, act: (on: boolean) => void): void {
    const on = press.getAttribute('aria-pressed') !== 'true';
    press.setAttribute('aria-pressed', String(on));
    act(on);
  }

  private look(): void {
    this.grid.look(this.search.value, this.only.value as Only);
    this.counted();
  }

  private counted(): void {
    fill(this.count, t('shown', this.grid.rows().length, this.book.lines.length));
  }

  /** After a step of the book: the grid, the panel and the buttons follow. */
  private follow(step: Step): void {
    const touched = new Set(step.cells.map((cell) => cell.uid));
    step.added.forEach(({ line, at }) => void this.grid.insert(line, this.book.lines[at - 1]).then(() => this.counted()));
    step.removed.forEach(({ line }) => void this.grid.drop(line).then(() => this.counted()));
    this.grid.redraw(touched);
    const uid = this.panel.uid;
    if (uid !== null && (touched.has(uid) || !this.book.get(uid))) {
      this.panel.show(this.book.get(uid) ?? null);
    }
    this.undo.disabled = !this.book.canUndo;
    this.redo.disabled = !this.book.canRedo;
  }

  /** Goes to where an undone or repeated step was. */
  private step(step: Step | undefined): void {
    const cell = step?.cells[0];
    const line = cell ? this.book.get(cell.uid) : (step?.added[0] ?? step?.removed[0])?.line;
    if (line && this.book.get(line.uid)) {
      void this.goToLine(line, cell?.key ?? 'id');
    }
  }

  private take(draft: Draft): void {
    const touched = this.checks.take(draft);
    this.grid.redraw(touched);
    const uid = this.panel.uid;
    if (uid !== null && touched.has(uid)) {
      this.panel.show(this.book.get(uid) ?? null);
    }
    this.found.show(this.checks.all);
  }

  private async goToLine(line: Line, key: string | null): Promise<void> {
    if (!this.grid.rows().some((row) => row.getData()['uid'] === line.uid)) {
      this.search.value = '';
      this.only.value = 'all';
      this.look();
    }
    await this.cursor.go(line.uid, key ?? 'id');
  }

  private backToGrid(): void {
    const uid = this.cursor.uid ?? (this.grid.rows()[0]?.getData() as { uid: number } | undefined)?.uid;
    if (uid !== undefined) {
      void this.cursor.go(uid, 'id');
    }
  }

  private chosen(): Line | undefined {
    return this.cursor.uid === null ? undefined : this.book.get(this.cursor.uid);
  }

  private askForRow(): void {
    const like = this.chosen();
    const id = h('input', { required: true, maxlength: 120, autocomplete: 'off' });
    const copy = h('input', { type: 'checkbox', checked: like !== undefined });
    dialog({
      title: t('addRow'),
      lead: t('addRowLead'),
      body: [field(t('id'), id), like ? h('label', { class: 'check' }, copy, h('span', {}, t('addRowCopy', like.id))) : null],
      confirm: t('addRow'),
      act: async () => {
        const name = id.value.trim();
        if (this.book.has(name)) {
          throw new Error(t('rowTaken', name));
        }
        const line = this.book.add(name, like, copy.checked ? like : undefined);
        setTimeout(() => void this.goToLine(line, 'remark'));
      },
    });
  }

  private removeRow(): void {
    const line = this.chosen();
    if (line) {
      this.book.remove(line);
    }
  }
}
