import { ask, get, tablePath, type Change, type Version } from './api';
import { changeList } from './changes';
import { notice, withComment } from './dialogs';
import { button, fill, h, type Child } from './dom';
import { moment, owns } from './frame';
import { named, t } from './texts';

/** All versions of a table, newest first, with what each changed and the way back to it. */
export async function history(table: string): Promise<HTMLElement> {
  const versions = await get<Version[]>(tablePath(table, '/versions'));
  const list = h('ol', { class: 'versions' });
  const inForce = versions.find((version) => version.inForce);
  versions.forEach((version, place) => list.append(item(table, version, versions[place + 1], inForce)));
  return h('section', { class: 'sheet' }, list);
}

function item(table: string, version: Version, older: Version | undefined, inForce: Version | undefined): HTMLElement {
  const differences = h('div', { class: 'differences' });
  const buttons: Child[] = [
    older ? button(t('differences'), () => void compare(table, older, version, differences)) : null,
    version.inForce || !inForce ? null : button(t('differencesNow'), () => void compare(table, version, inForce, differences)),
    version.inForce ? null : h('a', { class: 'button', href: `?version=${version.version}` }, t('view')),
    h('a', { class: 'button', href: tablePath(table, `?version=${version.version}&format=xlsx`), download: true }, t('download')),
    owns && !version.inForce && !waits(version, inForce) ? button(t('rollback'), () => rollBack(table, version)) : null,
  ];
  return h(
    'li',
    { class: version.inForce ? 'inforce' : null },
    h(
      'header',
      {},
      h('code', {}, version.version),
      h('span', { class: 'badge' }, named('kind', version.kind)),
      version.inForce ? h('span', { class: 'badge good' }, t('badgeInForce')) : null,
      version.withdrawn ? h('span', { class: 'badge' }, t('badgeWithdrawn')) : null,
      waits(version, inForce) ? h('span', { class: 'badge fresh' }, t('badgeFuture')) : null,
      version.correction ? h('span', { class: 'badge changed' }, t('correction')) : null,
      h('time', {}, t('since', moment(version.effectiveAt))),
    ),
    version.comment ? h('p', { class: 'comment' }, version.comment) : null,
    h(
      'p',
      { class: 'quiet' },
      [
        t('publisherIs', version.publishedBy, moment(version.publishedAt)),
        version.author && version.author !== version.publishedBy ? t('authorIs', version.author) : '',
        t('rowsCount', version.rows),
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    h('div', { class: 'actions' }, ...buttons),
    differences,
  );
}

/** Published after the one in force and not taken back: its instant is still to come. */
function waits(version: Version, inForce: Version | undefined): boolean {
  return !version.withdrawn && inForce !== undefined && version.seq > inForce.seq;
}

async function compare(table: string, from: Version, to: Version, into: HTMLElement): Promise<void> {
  const changes = await get<Change[]>(tablePath(table, `/changes?from=${from.version}&to=${to.version}`));
  fill(into, h('p', { class: 'quiet' }, `${from.version} → ${to.version}`), changeList(changes, t('noDifferences')));
}

function rollBack(table: string, version: Version): void {
  const correction = h('input', { type: 'checkbox' });
  withComment({
    title: t('rollback'),
    lead: t('rollbackWhy', version.version),
    body: [h('label', { class: 'check' }, correction, h('span', {}, t('correction'), h('small', {}, t('correctionHint'))))],
    confirm: t('rollback'),
    deed: async (comment) => {
      await ask('POST', tablePath(table, '/rollback'), { version: version.version, comment, correction: correction.checked });
      notice(t('rolledBack', version.version));
      dispatchEvent(new CustomEvent('versions'));
    },
  });
}
