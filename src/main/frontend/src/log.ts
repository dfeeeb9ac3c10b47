import { get, type LogEntry, type Part, type TableEntry } from './api';
import { button, fill, h } from './dom';
import { inWords, moment } from './frame';
import { named, t } from './texts';

const PAGE = 50;

/** The audit list: of one table, or of all with their titles. */
export function log(table = '', size = PAGE, titles = new Map<string, string>()): HTMLElement {
  const body = h('tbody');
  const note = h('p', { class: 'quiet', role: 'status' });
  let next = 0;
  const more = button(t('more'), () => void load(), { hidden: true });
  const load = async (): Promise<void> => {
    const part = await get<Part<LogEntry>>(`/api/rules/log?page=${next}&size=${size}${table ? `&table=${encodeURIComponent(table)}` : ''}`);
    body.append(...part.items.map((entry) => line(entry, table ? null : titles)));
    next++;
    more.hidden = next * size >= part.total;
    fill(note, part.total ? '' : t('logNone'));
  };
  void load().catch((error: unknown) => fill(note, String(error)));
  const heads = [t('at'), t('actor'), t('action'), ...(table ? [] : [t('table')]), t('version'), t('comment')];
  return h(
    'section',
    { class: 'sheet' },
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('log') },
      h('table', { class: 'log' }, h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))), body)),
    note,
    more,
  );
}

function line(entry: LogEntry, titles: Map<string, string> | null): HTMLElement {
  return h(
    'tr',
    {},
    h('td', {}, h('time', {}, moment(entry.at))),
    h('td', {}, entry.actor),
    h('td', {}, named('act', entry.action)),
    titles ? h('td', {}, entry.table ? h('a', { href: `/rules/tables/${entry.table}` }, titles.get(entry.table) ?? entry.table) : '') : null,
    h('td', {}, entry.version ? h('code', {}, entry.version) : entry.draft ? t('draftTitle', entry.draft) : ''),
    h('td', {}, entry.comment ?? ''),
  );
}

export async function logPage(main: HTMLElement): Promise<void> {
  const tables = await get<TableEntry[]>('/api/tables');
  const titles = new Map(tables.map((table) => [table.name, inWords(table)]));
  const head = h('div', { class: 'head' }, h('div', {}, h('h1', {}, t('log')), h('p', { class: 'lead' }, t('logLead'))));
  fill(main, head, h('div', { class: 'card' }, log('', PAGE, titles)));
}
