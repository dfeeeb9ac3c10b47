import './style/page.css';
import './style/grid.css';
import { fill, h } from './dom';
import { page } from './frame';
import { logPage } from './log';
import { overview } from './overview';
import { tablePage } from './table-page';

const main = document.querySelector<HTMLElement>('#main')!;

/** The language link keeps the place one is at. */
document.querySelector<HTMLAnchorElement>('#language')?.addEventListener('click', (event) => {
  const link = event.currentTarget as HTMLAnchorElement;
  const there = new URL(location.href);
  there.searchParams.set('lang', link.dataset['lang'] ?? 'zh');
  link.href = there.href;
});

const pages: Record<string, () => Promise<void>> = {
  tables: async () => {
    await overview(main);
    addEventListener('versions', () => location.reload());
  },
  table: () => tablePage(main),
  log: () => logPage(main),
};

pages[page]?.().catch((error: unknown) => {
  fill(main, h('p', { class: 'refused', role: 'alert' }, error instanceof Error ? error.message : String(error)));
});
