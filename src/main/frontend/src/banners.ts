import { ask, tablePath, type Draft, type Table, type TableEntry } from './api';
import { withComment } from './dialogs';
import { button, h, type Child } from './dom';
import { me, moment, owns, tableName } from './frame';
import { named, t } from './texts';

/** What the page of one table shows: the table in force, an older version, or a draft. */
export interface Shown {
  entry: TableEntry;
  table: Table;
  base: Table;
  draft: Draft | null;
  drafts: Draft[];
  version: string | null;
}

/** Only who began a draft changes it. */
export const isMine = (draft: Draft): boolean => owns && draft.state === 'OPEN' && draft.author === me;

/** A draft is published only while the version it was made from is the newest. */
export const isOutdated = (draft: Draft, entry: TableEntry): boolean =>
  draft.state === 'OPEN' && draft.base !== (entry.scheduled?.version ?? entry.version);

/** What one has to know before reading on: a draft, an old version, one that waits, drafts of others. */
export function banners({ entry, draft, drafts, version }: Shown): Child[] {
  return [
    draft ? ofDraft(draft, entry) : null,
    version && version !== entry.version
      ? h('p', { class: 'banner' }, t('viewing', version), ' ', h('a', { href: location.pathname }, t('toInForce')))
      : null,
    entry.scheduled ? ofScheduled(entry) : null,
    !draft && drafts.length ? ofDrafts(drafts) : null,
  ];
}

function ofDraft(draft: Draft, entry: TableEntry): HTMLElement {
  return h(
    'p',
    { class: isOutdated(draft, entry) ? 'banner bad' : 'banner fresh' },
    h('b', {}, t('draftTitle', draft.id)),
    ` ${t('draftBy', draft.author, moment(draft.createdAt))} · ${t('basedOn', draft.base)} · ${standing(draft, entry)} `,
    h('a', { href: location.pathname }, t('toInForce')),
  );
}

function standing(draft: Draft, entry: TableEntry): string {
  if (draft.state !== 'OPEN') {
    return named('draft', draft.state);
  }
  return isOutdated(draft, entry) ? t('outdated') : isMine(draft) ? t('draftMine') : t('draftOther', draft.author);
}

function ofScheduled({ scheduled }: TableEntry): HTMLElement {
  const words = t('scheduledAt', scheduled?.version ?? '', moment(scheduled?.effectiveAt), scheduled?.publishedBy ?? '');
  const withdraw = button(t('withdraw'), () =>
    withComment({
      title: t('withdraw'),
      lead: t('withdrawWhy'),
      confirm: t('withdraw'),
      danger: true,
      deed: async (comment) => {
        await ask('DELETE', tablePath(tableName, '/scheduled'), { comment });
        location.reload();
      },
    }),
  );
  return h('p', { class: 'banner' }, words, ' ', owns ? withdraw : null);
}

function ofDrafts(drafts: Draft[]): HTMLElement {
  const links = drafts.map((one) =>
    h('a', { class: 'badge fresh', href: `?draft=${one.id}` }, `${t('draftTitle', one.id)} · ${one.author} · ${t('changedAt', moment(one.changedAt))}`),
  );
  return h('p', { class: 'banner' }, `${t('openDrafts')} `, ...links);
}
