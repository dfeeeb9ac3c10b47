import { get, tablePath, type Change, type Column, type Part, type Receipt } from './api';
import { REMARK, type Book, type Line } from './book';
import { control, normal, shown } from './cells';
import type { Checks, Located } from './checks';
import { complain } from './dialogs';
import { button, fill, h, narrow, type Child } from './dom';
import { half, inWords, moment } from './frame';
import { t } from './texts';

const PAGE = 10;

/** One row in full beside the table: what it asks, what it says, what is wrong with it, whom it decided. */
export class RowPanel {
  readonly element = h('section', { class: 'panel', 'aria-label': t('row') });
  private line: Line | null = null;
  private unfolded = false;
  private drift: Promise<Change[]> | null = null;

  constructor(
    private readonly book: Book,
    private readonly checks: Checks,
    private readonly doors: { editable: boolean; left(): void },
  ) {
    this.show(null);
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' || event.key === 'F6') {
        this.close();
        event.preventDefault();
      }
    });
  }

  show(line: Line | null): void {
    this.line = line;
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.getAttribute('data-key') : null;
    this.element.classList.toggle('chosen', line !== null);
    fill(this.element, ...(line ? this.content(line) : [h('p', { class: 'quiet' }, t('chooseRow'))]));
    if (focused) {
      this.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  get uid(): number | null {
    return this.line?.uid ?? null;
  }

  /** To the first field, or to the first button when nothing can be edited. */
  focus(): void {
    this.element.querySelector<HTMLElement>('.facts input, .facts select, .facts textarea, button:not(.shut)')?.focus();
  }

  /** On a narrow screen the panel covers the table, and goes. */
  private close(): void {
    this.element.classList.toggle('chosen', !narrow.matches);
    this.doors.left();
  }

  private content(line: Line): Child[] {
    const conditions = this.book.columns.filter((column) => column.kind === 'condition');
    const actions = this.book.columns.filter((column) => column.kind === 'action');
    return [
      h(
        'header',
        {},
        h('h2', {}, line.id),
        this.badge(line),
        button('×', () => this.close(), { class: 'plain shut', 'aria-label': t('close') }),
      ),
      ...this.checks.of(line.uid).filter((one) => one.key === 'id' || one.key === REMARK).map((one) => h('p', { class: `finding ${one.severity}` }, one.text)),
      this.remark(line),
      this.facts(t('when'), line, conditions),
      this.facts(t('then'), line, actions),
      this.book.isNew(line) ? null : this.receipts(line),
    ];
  }

  private badge(line: Line): HTMLElement {
    if (this.doors.editable && this.book.isNew(line)) {
      return h('span', { class: 'badge fresh' }, t('newRow'));
    }
    const origin = { national: t('originNational'), city: t('originCity'), changed: t('originChanged') }[line.origin];
    return h('span', { class: `badge ${line.origin}` }, origin);
  }

  private remark(line: Line): HTMLElement {
    if (!this.doors.editable) {
      return h('p', { class: 'remark' }, half(line.remark));
    }
    return h('textarea', {
      class: 'remark',
      rows: 3,
      'aria-label': t('remark'),
      'data-key': REMARK,
      value: line.remark,
      onchange: (event) => this.set(line, REMARK, (event.target as HTMLTextAreaElement).value.replace(/\s+/g, ' ').trim()),
    });
  }

  private facts(title: string, line: Line, columns: Column[]): HTMLElement {
    const told = columns.filter((column) => line.cells[column.key] || (this.doors.editable && column.kind === 'action') || this.checks.at(line.uid, column.key));
    const rest = this.doors.editable ? columns.filter((column) => !told.includes(column)) : [];
    return h(
      'div',
      { class: 'facts' },
      h('h3', {}, title),
      told.length ? this.list(line, told) : h('p', { class: 'quiet' }, t('any')),
      rest.length ? this.others(line, rest) : null,
    );
  }

  private list(line: Line, columns: Column[]): HTMLElement {
    return h('dl', {}, ...columns.flatMap((column) => this.fact(line, column)));
  }

  /** Conditions the row does not look at, folded away until one is wanted. */
  private others(line: Line, columns: Column[]): HTMLElement {
    const folded = h('details', { open: this.unfolded }, h('summary', {}, t('otherConditions', columns.length)), this.list(line, columns));
    folded.addEventListener('toggle', () => (this.unfolded = folded.open));
    return folded;
  }

  private fact(line: Line, column: Column): Child[] {
    const value = line.cells[column.key] ?? '';
    const before = this.book.isNew(line) ? undefined : this.book.valueBefore(line, column.key);
    const finding = this.checks.at(line.uid, column.key);
    const national = h('small', { class: 'national' });
    if (line.origin === 'changed') {
      void this.nationalValue(line, column, national);
    }
    return [
      h('dt', {}, inWords(column)),
      h(
        'dd',
        { class: finding?.severity ?? null },
        this.doors.editable ? this.editor(line, column, value, finding) : h('span', {}, shown(column, value)),
        before !== undefined && before !== value ? h('small', { class: 'was' }, t('was', shown(column, before) || t('empty'))) : null,
        national,
        finding ? h('small', { class: 'finding' }, finding.text) : null,
      ),
    ];
  }

  private editor(line: Line, column: Column, value: string, finding: Located | undefined): HTMLElement {
    const field = control(column, value);
    field.dataset['key'] = column.key;
    if (finding?.severity === 'fault') {
      field.setAttribute('aria-invalid', 'true');
    }
    if (field instanceof HTMLInputElement && column.kind === 'condition') {
      field.placeholder = t('any');
    }
    field.addEventListener('change', () => this.set(line, column.key, normal(column, field.value)));
    return field;
  }

  private set(line: Line, key: string, value: string): void {
    this.book.edit([{ uid: line.uid, key, value }]);
  }

  private async nationalValue(line: Line, column: Column, into: HTMLElement): Promise<void> {
    this.drift ??= get<Change[]>(tablePath(this.book.table.name, '/drift'));
    const change = (await this.drift.catch(() => [])).find((one) => one.row === line.id && one.key === column.key);
    if (change) {
      fill(into, t('nationalValue', shown(column, change.before ?? '') || t('empty')));
    }
  }

  private receipts(line: Line): HTMLElement {
    const list = h('ol', { class: 'receipts' });
    const count = h('p', { class: 'quiet', role: 'status' });
    let next = 0;
    const more = button(t('receipts'), () => void load(next), { class: 'wide' });
    const load = async (page: number): Promise<void> => {
      try {
        const path = `/receipts?row=${encodeURIComponent(line.id)}&page=${page}&size=${PAGE}`;
        const part = await get<Part<Receipt>>(tablePath(this.book.table.name, path));
        fill(count, part.total ? t('receiptsCount', part.total) : t('receiptsNone'));
        list.append(...part.items.map(receipt));
        more.hidden = (page + 1) * PAGE >= part.total;
        more.textContent = t('more');
        next = page + 1;
      } catch (error) {
        complain(error);
      }
    };
    const all = `/audit/rows?table=${encodeURIComponent(this.book.table.name)}&row=${encodeURIComponent(line.id)}`;
    return h('div', { class: 'decided' }, count, list, more, h('p', {}, h('a', { href: all }, t('receiptsAll'))));
  }
}

function receipt(one: Receipt): HTMLElement {
  return h('li', {}, h('a', { href: `/cases/${one.number}` }, one.number), ' ', h('time', {}, moment(one.at)), h('p', {}, inWords(one.sentence)));
}
