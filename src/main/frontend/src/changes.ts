import { get, tablePath, type Change } from './api';
import { button, fill, h } from './dom';
import { inWords } from './frame';
import { t } from './texts';

const AT_ONCE = 200;
const SEARCHED_FROM = 12;

/** Changes in words, one a line; long lists can be searched and grow on demand. */
export function changeList(changes: Change[], nothing: string, open?: (change: Change) => void): HTMLElement {
  if (!changes.length) {
    return h('p', { class: 'quiet' }, nothing);
  }
  const list = h('ol', { class: 'changes' });
  const count = h('p', { class: 'quiet', role: 'status' });
  const more = button(t('more'), () => show(list.children.length + AT_ONCE));
  const search = h('input', { type: 'search', placeholder: t('find'), 'aria-label': t('find'), oninput: () => show(AT_ONCE) });
  const show = (most: number): void => {
    const wanted = search.value.trim().toLowerCase();
    const fitting = changes.filter((change) => inWords(change).toLowerCase().includes(wanted));
    fill(list, ...fitting.slice(0, most).map((change) => line(change, open)));
    fill(count, t('changesCount', fitting.length));
    more.hidden = fitting.length <= most;
  };
  show(AT_ONCE);
  return h('div', {}, h('div', { class: 'listhead' }, count, changes.length >= SEARCHED_FROM ? search : null), list, more);
}

const SIGN = { added: '+', removed: '−', changed: '•' } as const;

function line(change: Change, open?: (change: Change) => void): HTMLElement {
  const text = inWords(change);
  const mark = h('span', { class: 'sign', 'aria-hidden': 'true' }, SIGN[change.kind]);
  const words = open && change.kind !== 'removed' ? button(text, () => open(change), { class: 'link' }) : h('span', {}, text);
  return h('li', { class: change.kind }, mark, words);
}

export async function drift(table: string): Promise<HTMLElement> {
  const changes = await get<Change[]>(tablePath(table, '/drift'));
  return h('section', { class: 'sheet' }, h('p', { class: 'lead' }, t('driftLead')), changeList(changes, t('driftNone')));
}
