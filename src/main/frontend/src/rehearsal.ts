import { ask, draftPath, lastRehearsal, type Draft, type Rehearsal } from './api';
import { complain } from './dialogs';
import { button, field, fill, h } from './dom';
import { districts, moment, number, owns, today } from './frame';
import { outcome } from './outcome';
import { t } from './texts';

const LOOK_EVERY_MS = 700;

/** Asks past cases the draft's questions again, shows how far it is, and what would have been otherwise. */
export function rehearsal(draft: () => Draft): HTMLElement {
  const result = h('div', { class: 'result' });
  const status = h('div', { class: 'status', role: 'status' });
  const follow = async (): Promise<void> => {
    for (;;) {
      const now = await lastRehearsal(draft().id);
      if (now?.state !== 'running') {
        ended(draft(), now, status, result);
        return;
      }
      progress(draft().id, now, status);
      fill(result);
      await new Promise((later) => setTimeout(later, LOOK_EVERY_MS));
    }
  };
  const form = period(draft, async (asked) => {
    await ask('POST', draftPath(draft().id, '/rehearsal'), asked, { Prefer: 'respond-async' });
    await follow();
  });
  follow().catch(complain);
  const may = owns && draft().state === 'OPEN';
  return h('section', { class: 'sheet' }, h('p', { class: 'lead' }, t('rehearseLead')), may ? form : null, status, result);
}

function progress(draft: number, now: Rehearsal, status: HTMLElement): void {
  let bar = status.querySelector('progress');
  if (!bar) {
    bar = h('progress', { 'aria-label': t('tabRehearsal') });
    const stop = button(t('cancel'), () => void ask('DELETE', draftPath(draft, '/rehearsal')).catch(complain));
    fill(status, bar, h('span', {}), owns ? stop : null);
  }
  bar.max = Math.max(1, now.total);
  bar.value = now.done;
  fill(status.querySelector('span')!, t('running', number(now.done), number(now.total)));
}

function ended(draft: Draft, last: Rehearsal | null, status: HTMLElement, result: HTMLElement): void {
  if (!last) {
    fill(status, h('p', { class: 'quiet' }, t('rehearsedNever')));
  } else if (last.result) {
    const outdated = draft.edition !== last.edition && draft.state === 'OPEN';
    fill(status, h('p', { class: outdated ? 'refused' : 'quiet' }, asked(last), outdated ? ` ${t('rehearsalOld')}` : null));
    fill(result, outcome(draft.id, last.result));
  } else {
    fill(status, h('p', { class: 'refused' }, last.state === 'cancelled' ? t('rehearsalStopped') : (last.failure ?? t('rehearsalFailed'))));
  }
}

function asked(last: Rehearsal): string {
  const place = districts().find(({ code }) => code === last.district);
  return t('rehearsedBy', last.askedBy, moment(last.askedAt), moment(last.from), moment(last.to), place?.name ?? last.district ?? t('wholeCity'));
}

interface Asked {
  from: string;
  to: string;
  district?: string;
}

/** Last month is offered: its cases are done for the most part. */
function period(draft: () => Draft, start: (asked: Asked) => Promise<void>): HTMLElement {
  const [first, last] = monthBefore(today);
  const from = h('input', { type: 'date', name: 'from', value: first, required: true });
  const to = h('input', { type: 'date', name: 'to', value: last, required: true });
  const district = h(
    'select',
    { name: 'district' },
    h('option', { value: '' }, t('wholeCity')),
    ...districts().map(({ code, name }) => h('option', { value: code }, `${code} ${name}`)),
  );
  const go = h('button', { class: 'primary' }, t('rehearse'));
  const refused = h('p', { class: 'refused', role: 'alert' });
  const form = h('form', { class: 'period' }, field(t('from'), from), field(t('to'), to), field(t('district'), district), go, refused);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    fill(refused, draft().faults.length ? t('rehearsalFaulty') : '');
    if (draft().faults.length) {
      return;
    }
    go.disabled = true;
    try {
      await start({ from: from.value, to: to.value, ...(district.value ? { district: district.value } : {}) });
    } catch (error) {
      fill(refused, error instanceof Error ? error.message : String(error));
    }
    go.disabled = false;
  });
  return form;
}

function monthBefore(day: string): [string, string] {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  const last = new Date(first.getTime() - 86_400_000).toISOString().slice(0, 10);
  return [`${last.slice(0, 7)}-01`, last];
}
