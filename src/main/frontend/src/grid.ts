import {
  FilterModule,
  FormatModule,
  FrozenColumnsModule,
  InteractionModule,
  ResizeColumnsModule,
  ResizeTableModule,
  SortModule,
  Tabulator,
  type CellComponent,
  type ColumnDefinition,
  type RowComponent,
} from 'tabulator-tables';
import type { Column } from './api';
import { REMARK, type Book, type Line } from './book';
import { control, isNumber, shown, width } from './cells';
import type { Checks } from './checks';
import { h, narrow } from './dom';
import { RowFilter, type Only } from './filter';
import { half, inWords } from './frame';
import { t } from './texts';

Tabulator.registerModule([
  FilterModule,
  FormatModule,
  FrozenColumnsModule,
  InteractionModule,
  ResizeColumnsModule,
  ResizeTableModule,
  SortModule,
]);

const ORDER = new Intl.Collator(undefined, { numeric: true });

/** The table on the screen: only the rows in sight are drawn. Values are always read from the book. */
export class Grid {
  readonly element = h('div', { class: 'grid' });
  private table!: Tabulator;
  private readonly filter: RowFilter;

  constructor(
    private readonly book: Book,
    private readonly checks: Checks,
    private readonly label: string,
  ) {
    this.filter = new RowFilter(book, checks);
  }

  /** Draws into the page; to be called once the element is in it. */
  draw(): Promise<void> {
    return new Promise((drawn) => {
      this.table = new Tabulator(this.element, {
        data: this.book.lines.map(({ uid }) => ({ uid })),
        index: 'uid',
        layout: 'fitDataFill',
        height: '100%',
        rowHeight: 34,
        renderHorizontal: 'basic',
        nestedFieldSeparator: false,
        columnDefaults: { headerSort: true, resizable: 'header', headerWordWrap: true, minWidth: 64 },
        columns: this.definitions(),
        placeholder: t('noRows'),
        rowFormatter: (row) => this.dress(row),
      } as ConstructorParameters<typeof Tabulator>[1]);
      this.table.on('tableBuilt', () => {
        this.tidyRoles();
        this.table.setFilter((data: { uid: number }) => this.filter.fits(data.uid));
        drawn();
      });
    });
  }

  rows(): RowComponent[] {
    return this.table.getRows('active');
  }

  keys(): string[] {
    return this.table
      .getColumns()
      .filter((column) => column.isVisible())
      .map((column) => column.getField());
  }

  column(key: string): Column | undefined {
    return this.book.columns.find((column) => column.key === key);
  }

  /** Brings a cell into sight and answers its element. */
  async reveal(uid: number, key: string): Promise<HTMLElement | null> {
    const row = this.table.getRow(uid);
    if (!row || !this.rows().some((one) => one.getData()['uid'] === uid)) {
      return null;
    }
    if (!row.getElement().isConnected) {
      await this.table.scrollToRow(uid, 'center', false).catch(() => undefined);
    }
    return row.getCell(key)?.getElement() ?? null;
  }

  /** Draws rows anew within their own cells, so that who stands in one stays there. */
  redraw(uids: Iterable<number>): void {
    for (const uid of uids) {
      const line = this.book.get(uid);
      const row = line && this.table.getRow(uid);
      if (line && row) {
        this.filter.forget(line);
        this.dress(row);
        row.getCells().filter((cell) => !cell.getElement().querySelector('.editor')).forEach((cell) => this.redrawCell(cell));
      }
    }
  }

  private redrawCell(cell: CellComponent): void {
    const key = cell.getField();
    cell.getElement().replaceChildren(this.draft(cell, key, this.column(key)));
  }

  async insert(line: Line, after: Line | undefined): Promise<void> {
    await this.table.addData([{ uid: line.uid }], false, after?.uid);
  }

  async drop(line: Line): Promise<void> {
    await this.table.deleteRow(line.uid);
  }

  look(search: string, only: Only): void {
    this.filter.look(search, only);
    this.table.refreshFilter();
  }

  sort(key: string, direction: 'asc' | 'desc'): void {
    this.table.setSort(key, direction);
  }

  showFilters(on: boolean): void {
    this.element.classList.toggle('filtering', on);
    if (!on) {
      this.filter.clearColumns();
      this.element.querySelectorAll<HTMLInputElement>('.column-filter').forEach((one) => (one.value = ''));
      this.table.refreshFilter();
    }
    this.table.redraw(true);
  }

  /** Hides the columns that no row fills, or shows them again; a narrow screen has room for none. */
  showEmpty(on: boolean): void {
    for (const column of narrow.matches ? [] : this.book.columns.filter((one) => one.kind !== 'id')) {
      const filled = this.book.lines.some((line) => line.cells[column.key]);
      const shownColumn = this.table.getColumn(column.key);
      if (shownColumn) {
        on || filled ? shownColumn.show() : shownColumn.hide();
      }
    }
  }

  private definitions(): ColumnDefinition[] {
    const id: ColumnDefinition = { ...this.definition('id', t('id')), frozen: !narrow.matches, width: narrow.matches ? 140 : 168 };
    const remark: ColumnDefinition = { ...this.definition(REMARK, t('remark')), width: narrow.matches ? 420 : 260 };
    return [id, remark, ...this.book.columns.filter((column) => column.kind !== 'id').map((column) => this.forColumn(column))];
  }

  private forColumn(column: Column): ColumnDefinition {
    return {
      ...this.definition(column.key, inWords(column)),
      width: width(column),
      hozAlign: isNumber(column) ? 'right' : 'left',
      cssClass: column.kind,
      visible: !narrow.matches,
    };
  }

  private definition(key: string, title: string): ColumnDefinition {
    const column = this.column(key);
    return {
      title,
      field: key,
      titleFormatter: () => this.head(key, title, column),
      formatter: (cell) => this.draft(cell, key, column),
      sorter: (_a, _b, one, other) => this.compare(one, other, key, column),
    };
  }

  private head(key: string, title: string, column: Column | undefined): HTMLElement {
    const label = `${t('filters')} ${title}`;
    const filter = column && column.kind !== 'id' ? control(column, '', label) : h('input', { 'aria-label': label });
    filter.classList.add('column-filter');
    const first = filter instanceof HTMLSelectElement ? filter.options[0] : undefined;
    if (first) {
      first.text = t('all');
    }
    filter.addEventListener('input', () => {
      this.filter.lookAt(key, filter.value);
      this.table.refreshFilter();
    });
    for (const kept of ['click', 'mousedown', 'keydown'] as const) {
      filter.addEventListener(kept, (event) => event.stopPropagation());
    }
    const full = column ? `${column.letter} · ${column.zh} · ${column.en}` : null;
    return h('div', { title: full }, h('span', { class: 'head' }, title), filter);
  }

  private draft(cell: CellComponent, key: string, column: Column | undefined): HTMLElement {
    const uid = (cell.getData() as { uid: number }).uid;
    const line = this.book.get(uid);
    const value = this.book.value(uid, key);
    const element = cell.getElement();
    element.tabIndex = -1;
    element.classList.remove('editing');
    const before = line && !this.book.isNew(line) ? this.book.valueBefore(line, key) : undefined;
    const changed = before !== undefined && before !== value;
    const finding = this.checks.at(uid, key);
    element.classList.toggle('changed', changed);
    element.classList.toggle('fault', finding?.severity === 'fault');
    element.classList.toggle('warning', finding?.severity === 'warning');
    element.setAttribute('aria-invalid', String(finding?.severity === 'fault'));
    const text = column && key !== 'id' ? shown(column, value) : key === REMARK ? half(value) : value;
    const was = changed ? t('was', (column ? shown(column, before) : before) || t('empty')) : null;
    element.title = [finding?.text, was, text.length > 10 ? text : null].filter(Boolean).join('\n');
    return h('span', {}, text);
  }

  private dress(row: RowComponent): void {
    const uid = (row.getData() as { uid: number }).uid;
    const line = this.book.get(uid);
    const element = row.getElement();
    element.dataset['uid'] = String(uid);
    element.setAttribute('aria-rowindex', String(Number(row.getPosition()) + 1));
    if (line) {
      element.dataset['row'] = line.id;
      element.dataset['origin'] = line.origin;
      element.classList.toggle('new', this.book.isNew(line));
    }
  }

  private compare(one: RowComponent, other: RowComponent, key: string, column: Column | undefined): number {
    const a = this.book.value((one.getData() as { uid: number }).uid, key);
    const b = this.book.value((other.getData() as { uid: number }).uid, key);
    if (column && isNumber(column)) {
      return (a === '' ? -Infinity : Number(a)) - (b === '' ? -Infinity : Number(b)) || 0;
    }
    return ORDER.compare(a, b);
  }

  /** The library's own roles lack a name and the count of rows that are not drawn. */
  private tidyRoles(): void {
    this.element.setAttribute('aria-label', this.label);
    this.element.setAttribute('aria-rowcount', String(this.book.lines.length + 1));
    this.element.removeAttribute('aria-owns');
    this.element.querySelector('.tabulator-tableholder')?.setAttribute('role', 'rowgroup');
    this.element.querySelector('.tabulator-table')?.setAttribute('role', 'presentation');
  }
}
