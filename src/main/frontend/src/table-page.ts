import { ask, draftPath, get, lastRehearsal, tablePath, type Draft, type FourEyes, type Table, type TableEntry } from './api';
import { banners, isMine, isOutdated, type Shown } from './banners';
import { changeList, drift } from './changes';
import { complain, dialog, notice } from './dialogs';
import { button, fill, h, type Child } from './dom';
import { inWords, moment, owns, tableName } from './frame';
import { history } from './history';
import { log } from './log';
import { publishing } from './publish';
import { rehearsal } from './rehearsal';
import { Tabs, type Tab } from './tabs';
import { t } from './texts';
import { uploading } from './upload';
import { Workbench } from './workbench';

export async function tablePage(main: HTMLElement): Promise<void> {
  const shown = await load();
  document.title = `${inWords(shown.table)} · CityCase`;
  main.classList.add('working');
  new TablePage(main, shown).open();
  const kept = sessionStorage.getItem('notice');
  if (kept) {
    sessionStorage.removeItem('notice');
    notice(kept);
  }
}

async function load(): Promise<Shown> {
  const asked = new URLSearchParams(location.search);
  const version = asked.get('version');
  const id = asked.get('draft');
  const [tables, draft, drafts] = await Promise.all([
    get<TableEntry[]>('/api/tables'),
    id ? get<Draft>(draftPath(id)) : null,
    get<Draft[]>(`/api/drafts?table=${encodeURIComponent(tableName)}`),
  ]);
  const base = await get<Table>(tablePath(tableName, draft ? `?version=${draft.base}` : version ? `?version=${version}` : ''));
  const table = draft ? await get<Table>(draftPath(draft.id, '/table')) : base;
  const entry = tables.find((one) => one.name === tableName);
  if (!entry) {
    throw new Error(tableName);
  }
  return { entry, table, base, draft, drafts, version };
}

class TablePage {
  private readonly bench: Workbench;
  private readonly tabs: Tabs;
  private draft: Draft | null;

  constructor(
    private readonly main: HTMLElement,
    private readonly shown: Shown,
  ) {
    this.draft = shown.draft;
    const editable = shown.draft !== null && isMine(shown.draft);
    this.bench = new Workbench(shown.table, shown.base, shown.draft, editable, (draft) => {
      this.draft = draft;
      this.tabs.draw();
    });
    this.tabs = new Tabs(() => this.list());
    addEventListener('versions', () => location.reload());
  }

  open(): void {
    fill(this.main, this.head(), ...banners(this.shown), this.tabs.strip, this.tabs.body, this.bench.element);
    const row = new URLSearchParams(location.search).get('row');
    void this.bench.draw().then(() => (row ? this.bench.goTo(row, null) : undefined));
    this.tabs.choose();
  }

  private head(): HTMLElement {
    const { entry, table } = this.shown;
    return h(
      'div',
      { class: 'head' },
      h(
        'div',
        {},
        h('h1', {}, inWords(table)),
        h('p', { class: 'quiet' }, h('code', {}, entry.version), ` ${t('since', moment(entry.effectiveAt))} · ${t('by', entry.publishedBy)}`),
      ),
      h('div', { class: 'actions' }, ...this.actions()),
    );
  }

  private actions(): Child[] {
    const draft = this.draft;
    const path = draft ? draftPath(draft.id, '/table?') : tablePath(tableName, this.shown.version ? `?version=${this.shown.version}&` : '?');
    const download: HTMLElement = h(
      'details',
      { class: 'menu', onfocusout: (event) => download.toggleAttribute('open', download.contains(event.relatedTarget as Node | null)) },
      h('summary', { class: 'button' }, t('download')),
      h(
        'div',
        {},
        h('a', { href: `${path}format=xlsx`, download: true }, t('downloadXlsx')),
        h('a', { href: `${path}format=csv`, download: true }, t('downloadCsv')),
      ),
    );
    const discard = draft && isMine(draft) ? button(t('discard'), () => this.discard(draft)) : null;
    const edit = draft || this.shown.version ? null : button(t('edit'), () => void begin(), { class: 'primary', title: t('editHint') });
    return owns ? [download, uploading(tableName), discard, edit] : [download];
  }

  private discard(draft: Draft): void {
    dialog({
      title: t('discard'),
      lead: t('discardWhy', draft.id, draft.changes.length),
      confirm: t('discard'),
      danger: true,
      act: async () => {
        await ask('DELETE', draftPath(draft.id));
        location.assign(location.pathname);
      },
    });
  }

  private list(): Tab[] {
    const draft = this.draft;
    const table: Tab = { id: 'table', label: t('tabTable'), stays: this.bench.element };
    const drafting: Tab[] = draft
      ? [
          { id: 'changes', label: t('tabChanges'), count: draft.changes.length, content: () => this.changes() },
          { id: 'rehearsal', label: t('tabRehearsal'), content: () => rehearsal(() => this.draft!) },
          { id: 'publish', label: t('tabPublish'), content: () => this.publishing() },
        ]
      : [];
    return [
      table,
      ...drafting,
      { id: 'history', label: t('tabHistory'), content: () => history(tableName) },
      { id: 'drift', label: t('tabDrift'), count: this.shown.entry.drift, content: () => drift(tableName) },
      { id: 'log', label: t('tabLog'), content: () => log(tableName) },
    ];
  }

  private async reread(): Promise<Draft> {
    this.draft = await get<Draft>(draftPath(this.draft!.id));
    return this.draft;
  }

  private async publishing(): Promise<HTMLElement> {
    const draft = await this.reread();
    const [eyes, rehearsed] = await Promise.all([get<FourEyes>('/api/rules/four-eyes'), lastRehearsal(draft.id)]);
    return publishing(draft, { fourEyes: eyes.on, outdated: isOutdated(draft, this.shown.entry), rehearsed });
  }

  private async changes(): Promise<HTMLElement> {
    const draft = await this.reread();
    const open = changeList(draft.changes, t('changesNone'), (change) => {
      location.hash = 'table';
      setTimeout(() => void this.bench.goTo(change.row, change.key));
    });
    return h('section', { class: 'sheet' }, h('p', { class: 'lead' }, t('changesLead', draft.base)), open);
  }
}

async function begin(): Promise<void> {
  try {
    const draft = await ask<Draft>('POST', tablePath(tableName, '/drafts'), {});
    location.assign(`?draft=${draft.id}`);
  } catch (error) {
    complain(error);
  }
}
