import { Refused, type Finding } from './api';
import { button, field, fill, h, type Child } from './dom';
import { english } from './frame';
import { t } from './texts';

/** What interrupts: a notice at the foot of the page, and dialogs. */

const notices = h('div', { class: 'notices', role: 'status', 'aria-live': 'polite' });
document.body.append(notices);

export function notice(text: string, kind: 'good' | 'bad' = 'good'): void {
  const note = h('p', { class: `notice ${kind}` }, text, button('×', () => note.remove(), { 'aria-label': t('close'), class: 'plain' }));
  notices.append(note);
  if (kind === 'good') {
    setTimeout(() => note.remove(), 6000);
  }
}

export function complain(error: unknown): void {
  notice(error instanceof Refused ? told(error) : t('failed', String(error)), 'bad');
}

/** What the service says about a refusal, in Chinese where it is told in Chinese. */
function told(error: Refused): string {
  return !english && error.findings.length && error.findings.every((finding) => finding.zh)
    ? error.findings.slice(0, 20).map((finding) => `${where(finding)} ${findingText(finding)}`.trim()).join(' ')
    : error.message;
}

interface Asked {
  title: string;
  lead?: string;
  body?: Child[];
  confirm?: string;
  danger?: boolean;
  /** Does the deed; what it throws is shown in the dialog, which stays open. */
  act?: () => Promise<void>;
}

export function dialog({ title, lead, body = [], confirm, danger, act }: Asked): HTMLDialogElement {
  const refused = h('p', { class: 'refused', role: 'alert' });
  const go = confirm ? h('button', { class: danger ? 'danger' : 'primary' }, confirm) : null;
  const form = h(
    'form',
    { method: 'dialog' },
    h('h2', {}, title),
    lead ? h('p', { class: 'lead' }, lead) : null,
    ...body,
    refused,
    h('div', { class: 'actions' }, go, button(confirm ? t('cancel') : t('close'), () => box.close())),
  );
  const box = h('dialog', { 'aria-label': title, onclose: () => box.remove() }, form);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    go?.setAttribute('disabled', '');
    try {
      await act?.();
      box.close();
    } catch (error) {
      fill(refused, error instanceof Refused ? told(error) : error instanceof Error ? error.message : String(error));
    }
    go?.removeAttribute('disabled');
  });
  document.body.append(box);
  box.showModal();
  return box;
}

/** Asks for a comment before a deed that the log keeps. */
export function withComment(asked: Asked & { deed: (comment: string) => Promise<void> }): void {
  const comment = h('textarea', { rows: 3, required: true, maxlength: 500 });
  dialog({
    ...asked,
    body: [...(asked.body ?? []), field(t('comment'), comment, t('commentHint'))],
    act: () => asked.deed(comment.value.trim()),
  });
}

export function findingText(finding: Finding): string {
  return (!english && finding.zh) || finding.message;
}

export function showFindings(title: string, error: Refused): void {
  dialog({
    title,
    lead: english ? error.message : '',
    body: [
      h('ol', { class: 'findings' }, ...error.findings.map((finding) => h('li', {}, place(finding), findingText(finding)))),
      h('p', { class: 'quiet' }, t('uploadKept')),
    ],
  });
}

function place(finding: Finding): Child {
  return where(finding) ? h('b', { class: 'cellname' }, where(finding)) : null;
}

/** The cell or row that is meant; nothing when it is the whole file. */
function where(finding: Finding): string {
  if (!finding.row) {
    return finding.field === 'file' ? '' : finding.field;
  }
  return finding.column ? `${finding.column}${finding.row}` : english ? `row ${finding.row}` : `第 ${finding.row} 行`;
}
