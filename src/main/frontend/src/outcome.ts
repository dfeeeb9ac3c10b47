import { draftPath, type ChangedCase, type Limit, type Outcome, type Total, type Turn } from './api';
import { complain } from './dialogs';
import { button, fill, h } from './dom';
import { save } from './files';
import { inWords, moment, number } from './frame';
import { named, t } from './texts';

const CASES_AT_ONCE = 100;

/** What a rehearsal found: figures, a chart by unit or category, and each changed case. */
export function outcome(draft: number, result: Outcome): HTMLElement {
  const { becameLate, becameOnTime, points } = result.totals;
  const file = button(t('downloadResult'), () => void save(draftPath(draft, '/rehearsal'), 'text/csv', `rehearsal-${draft}.csv`).catch(complain));
  return h(
    'div',
    {},
    h(
      'dl',
      { class: 'figures' },
      figure(t('casesAsked'), number(result.cases), t('tookSeconds', number(result.questions), number(result.wallMillis / 1000, 1))),
      figure(t('casesChanged'), number(result.changedTotal), `${number((100 * result.changedTotal) / Math.max(1, result.cases), 1)} %`),
      figure(t('becameLate'), number(becameLate), '', becameLate ? 'bad' : ''),
      figure(t('becameOnTime'), number(becameOnTime), '', becameOnTime ? 'good' : ''),
      figure(t('points'), signed((points?.after ?? 0) - (points?.before ?? 0)), points ? turn(points, amount) : ''),
    ),
    result.changed.length ? totals(result) : h('p', { class: 'quiet' }, result.note ? inWords(result.note) : t('nothingChanges')),
    result.changed.length ? cases(result) : null,
    unanswered(result),
    file,
  );
}

const amount = (value: number): string => number(value, 2);

const signed = (value: number): string => (value > 0 ? '+' : '') + amount(value);

const figure = (name: string, value: string, small: string, kind = ''): HTMLElement =>
  h('div', { class: kind }, h('dt', {}, name), h('dd', {}, value, small ? h('small', {}, small) : null));

/** The totals as a chart and as the table it is drawn from, by unit or by category. */
function totals(result: Outcome): HTMLElement {
  const chart = h('div', { class: 'chart', role: 'img', 'aria-label': t('casesChanged') });
  const table = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('casesChanged') });
  const draw = async (name: string, rows: Total[]): Promise<void> => {
    fill(table, totalTable(name, rows));
    const { drawTotals } = await import('./chart');
    drawTotals(chart, rows.map((row) => ({ ...row, name: row.unit ?? row.category ?? '' })));
  };
  const choose = (event: Event): void => {
    const byUnit = (event.target as HTMLInputElement).value === 'unit';
    void draw(byUnit ? t('unit') : t('category'), byUnit ? result.totals.byUnit : result.totals.byCategory);
  };
  const radio = (value: string, label: string, checked: boolean): HTMLElement =>
    h('label', {}, h('input', { type: 'radio', name: 'totals', value, checked, onchange: choose }), h('span', {}, label));
  void draw(t('unit'), result.totals.byUnit);
  return h(
    'div',
    { class: 'totals' },
    h('div', { class: 'segments', role: 'radiogroup', 'aria-label': t('casesChanged') }, radio('unit', t('byUnit'), true), radio('category', t('byCategory'), false)),
    h('div', { class: 'beside' }, chart, table),
  );
}

function totalTable(name: string, rows: Total[]): HTMLElement {
  const heads = [name, t('casesChanged'), t('becameLate'), t('becameOnTime'), t('points')];
  const line = (row: Total): HTMLElement =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, row.unit ?? row.category ?? ''),
      ...[row.changed, row.becameLate, row.becameOnTime].map((value) => h('td', { class: 'number' }, value ? number(value) : '–')),
      h('td', { class: 'number' }, row.points ? turn(row.points, amount) : '–'),
    );
  return h('table', {}, head(heads), h('tbody', {}, ...rows.map(line)));
}

const head = (heads: string[]): HTMLElement => h('thead', {}, h('tr', {}, ...heads.map((one) => h('th', { scope: 'col' }, one))));

function turn<T>(change: Turn<T> | undefined, words: (value: T) => string): string {
  const side = (value: T | null): string => (value === null || value === undefined ? '–' : words(value));
  return change ? `${side(change.before)} → ${side(change.after)}` : '';
}

function cases(result: Outcome): HTMLElement {
  const { changed, changedTotal } = result;
  const body = h('tbody');
  const more = button(t('more'), () => add());
  const add = (): void => {
    const from = body.children.length;
    body.append(...changed.slice(from, from + CASES_AT_ONCE).map(caseLine));
    more.hidden = body.children.length >= changed.length;
  };
  add();
  const heads = [t('caseNumber'), t('category'), t('row'), t('limit'), t('due'), t('onTime'), t('unit'), t('points')];
  return h(
    'div',
    { class: 'cases' },
    h('h2', {}, t('changedCases'), changed.length < changedTotal ? h('small', {}, ` ${t('firstOf', number(changedTotal), number(changed.length))}`) : null),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('changedCases') }, h('table', {}, head(heads), body)),
    more,
  );
}

function caseLine(one: ChangedCase): HTMLElement {
  const plain = (value: string): string => value;
  const row = one.row && one.row.before === one.row.after ? (one.row.after ?? '') : turn(one.row, plain);
  const late = one.onTime?.after === false;
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, one.number),
    h('td', {}, one.category ?? ''),
    h('td', {}, row),
    h('td', {}, turn(one.limit, limit)),
    h('td', {}, turn(one.due, moment)),
    h('td', { class: late ? 'bad' : null }, turn(one.onTime, (value) => (value ? t('onTime') : t('late')))),
    h('td', {}, turn(one.unit, plain)),
    h('td', { class: 'number' }, turn(one.points, amount)),
  );
}

const limit = (value: Limit): string => `${number(value.value, 2)} ${named('', value.unit)}`;

function unanswered(result: Outcome): HTMLElement | null {
  const { errors, errorsTotal } = result;
  return errors.length
    ? h(
        'div',
        {},
        h('h2', {}, t('unanswered'), errors.length < errorsTotal ? h('small', {}, ` ${t('firstOf', number(errorsTotal), number(errors.length))}`) : null),
        h('ol', { class: 'findings' }, ...errors.map((one) => h('li', {}, h('b', {}, one.number), ` ${one.message}`))),
      )
    : null;
}
