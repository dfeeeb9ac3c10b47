import { ask, get, type Draft, type FourEyes, type TableEntry } from './api';
import { notice, withComment } from './dialogs';
import { button, fill, h } from './dom';
import { administers, inWords, moment } from './frame';
import { log } from './log';
import { t } from './texts';

/** The first page: all tables with what is in force, coming and being drafted; the switch of four eyes. */
export async function overview(main: HTMLElement): Promise<void> {
  const [tables, drafts, eyes] = await Promise.all([
    get<TableEntry[]>('/api/tables'),
    get<Draft[]>('/api/drafts'),
    get<FourEyes>('/api/rules/four-eyes'),
  ]);
  const titles = new Map(tables.map((table) => [table.name, inWords(table)]));
  fill(
    main,
    h('div', { class: 'head' }, h('div', {}, h('h1', {}, t('tables')), h('p', { class: 'lead' }, t('tablesLead')))),
    h(
      'div',
      { class: 'columns' },
      h('section', { class: 'card', 'aria-label': t('tables') }, list(tables)),
      h('aside', {}, draftCard(drafts, titles), fourEyes(eyes)),
    ),
    h('section', { class: 'card latest' }, h('h2', {}, t('latest')), log('', 8, titles)),
  );
}

function list(tables: TableEntry[]): HTMLElement {
  const heads = [t('table'), t('rows'), t('inForce'), t('scheduled'), t('drafts'), t('drift')];
  return h(
    'table',
    { class: 'tables' },
    h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, ...tables.map(line)),
  );
}

function line(table: TableEntry): HTMLElement {
  const href = `/rules/tables/${table.name}`;
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('a', { href }, inWords(table)), h('small', {}, table.name)),
    cell(t('rows'), h('span', { class: 'number' }, table.rows)),
    cell(t('inForce'), h('code', {}, table.version), h('small', {}, t('since', moment(table.effectiveAt)))),
    table.scheduled
      ? cell(t('scheduled'), h('span', { class: 'badge fresh' }, moment(table.scheduled.effectiveAt)))
      : h('td', { class: 'none' }),
    table.drafts
      ? cell(t('drafts'), h('a', { class: 'badge fresh', href }, t('draftsCount', table.drafts)))
      : h('td', { class: 'none' }),
    table.drift
      ? cell(t('drift'), h('a', { class: 'badge changed', href: `${href}#drift` }, t('driftCount', table.drift)))
      : h('td', { class: 'none' }),
  );
}

const cell = (label: string, ...content: HTMLElement[]): HTMLElement => h('td', { 'data-label': label }, ...content);

function draftCard(drafts: Draft[], titles: Map<string, string>): HTMLElement {
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, t('openDrafts')),
    drafts.length
      ? h(
          'ul',
          { class: 'drafts' },
          ...drafts.map((draft) =>
            h(
              'li',
              {},
              h('a', { href: `/rules/tables/${draft.table}?draft=${draft.id}` }, `${titles.get(draft.table) ?? draft.table} · ${t('draftTitle', draft.id)}`),
              h('small', {}, `${draft.author} · ${t('changedAt', moment(draft.changedAt))}`),
            ),
          ),
        )
      : h('p', { class: 'quiet' }, t('noDrafts')),
  );
}

function fourEyes(eyes: FourEyes): HTMLElement {
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, t('fourEyes')),
    h('p', { class: eyes.on ? 'quiet' : 'refused' }, eyes.on ? t('fourEyesOn') : t('fourEyesOff')),
    administers ? button(eyes.on ? t('fourEyesTurnOff') : t('fourEyesTurnOn'), () => turn(!eyes.on), { class: eyes.on ? 'danger' : '' }) : null,
  );
}

function turn(on: boolean): void {
  withComment({
    title: on ? t('fourEyesTurnOn') : t('fourEyesTurnOff'),
    lead: t('fourEyesWhy'),
    confirm: t('confirm'),
    danger: !on,
    deed: async (comment) => {
      await ask('PUT', '/api/rules/four-eyes', { on, comment });
      notice(on ? t('fourEyesOn') : t('fourEyesOff'));
      dispatchEvent(new CustomEvent('versions'));
    },
  });
}
