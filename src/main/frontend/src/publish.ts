import { ask, draftPath, type Draft, type Rehearsal, type Version } from './api';
import { notice } from './dialogs';
import { button, field, fill, h, type Child } from './dom';
import { instantOf, me, moment, number, owns } from './frame';
import { named, t } from './texts';

interface Standing {
  fourEyes: boolean;
  outdated: boolean;
  rehearsed: Rehearsal | null;
}

/** The last step of a draft: what is ready and what is not, and the deed itself. */
export function publishing(draft: Draft, { fourEyes, outdated, rehearsed }: Standing): HTMLElement {
  const own = fourEyes && draft.author === me;
  const ready = !draft.faults.length && draft.changes.length > 0 && !outdated;
  if (draft.state !== 'OPEN') {
    return h('section', { class: 'sheet' }, h('p', {}, named('draft', draft.state)));
  }
  return h(
    'section',
    { class: 'sheet narrowly' },
    h('p', { class: 'lead' }, t('publishLead')),
    h(
      'ul',
      { class: 'ready' },
      point(!draft.faults.length, t('checkFaults'), draft.faults.length ? t('faults', draft.faults.length) : ''),
      point(draft.changes.length > 0, t('checkChanges'), t('changesCount', draft.changes.length)),
      rehearsal(draft, rehearsed),
      point(!outdated, t('checkBase'), outdated ? t('outdated') : ''),
      fourEyes ? point(!own, t('checkEyes')) : point(null, t('checkEyesOff')),
    ),
    own ? forOther() : owns ? form(draft, ready) : null,
  );
}

function rehearsal(draft: Draft, last: Rehearsal | null): HTMLElement {
  if (!last?.result) {
    return point(null, t('checkNotRehearsed'));
  }
  const counts = t('rehearsedCount', number(last.result.cases), number(last.result.changedTotal));
  const edited = last.edition !== draft.edition;
  return point(edited ? null : true, t('checkRehearsed'), edited ? t('rehearsalOld') : counts);
}

function point(good: boolean | null, text: string, small = ''): HTMLElement {
  const kind = good === null ? 'open' : good ? 'good' : 'bad';
  const sign = { open: '○', good: '✓', bad: '✗' }[kind];
  return h('li', { class: kind }, h('span', { class: 'sign', 'aria-hidden': 'true' }, sign), h('span', {}, text, small ? h('small', {}, small) : null));
}

function forOther(): HTMLElement {
  const link = location.href;
  return h(
    'div',
    { class: 'hint' },
    h('p', {}, t('otherOwner')),
    h('p', {}, h('code', {}, link), ' ', button(t('copyLink'), () => void navigator.clipboard.writeText(link).then(() => notice(t('copied'))))),
  );
}

function form(draft: Draft, ready: boolean): HTMLElement {
  const comment = h('textarea', { rows: 3, required: true, maxlength: 500 });
  const at = h('input', { type: 'datetime-local', disabled: true });
  const correction = h('input', { type: 'checkbox' });
  const refused = h('p', { class: 'refused', role: 'alert' });
  const go = h('button', { class: 'primary', disabled: !ready }, t('publish'));
  const when = (later: boolean) => () => {
    at.disabled = !later;
    at.required = later;
  };
  const radio = (label: string, later: boolean, ...rest: Child[]): HTMLElement =>
    h('label', { class: 'check' }, h('input', { type: 'radio', name: 'when', checked: !later, onchange: when(later) }), h('span', {}, label), ...rest);
  const sent = h(
    'form',
    { class: 'publish' },
    field(t('comment'), comment, t('commentHint')),
    h('fieldset', {}, h('legend', {}, t('effective')), radio(t('effectiveNow'), false), radio(t('effectiveLater'), true), labelled(at)),
    h('label', { class: 'check' }, correction, h('span', {}, t('correction'), h('small', {}, t('correctionHint')))),
    refused,
    h('div', { class: 'actions' }, go),
  );
  sent.addEventListener('submit', async (event) => {
    event.preventDefault();
    go.disabled = true;
    try {
      const body = { comment: comment.value.trim(), correction: correction.checked, edition: draft.edition, ...(at.required ? { effectiveAt: instantOf(at.value) } : {}) };
      const version = await ask<Version>('POST', draftPath(draft.id, '/publish'), body);
      sessionStorage.setItem('notice', t('published', version.version, moment(version.effectiveAt)));
      location.assign(`/rules/tables/${draft.table}#history`);
    } catch (error) {
      fill(refused, error instanceof Error ? error.message : String(error));
      go.disabled = false;
    }
  });
  return sent;
}

function labelled(at: HTMLInputElement): HTMLInputElement {
  at.setAttribute('aria-label', t('effectiveAt'));
  return at;
}
