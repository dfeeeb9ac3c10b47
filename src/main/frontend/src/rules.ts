import './style/page.css';
import './style/parts.css';
import './style/grid.css';
import './language';
import { fill, h } from './dom';
import { page } from './frame';
import { logPage } from './log';
import { overview } from './overview';
import { tablePage } from './table-page';

const main = document.querySelector<HTMLElement>('#main')!;

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
