import { complain } from './dialogs';
import { fill, h } from './dom';

export interface Tab {
  id: string;
  label: string;
  count?: number;
  /** What the tab shows, asked for each time. */
  content?(): Promise<HTMLElement> | HTMLElement;
  /** What stays in the page and is only hidden meanwhile. */
  stays?: HTMLElement;
}

/** The parts of a page; which one is open stands in the address. */
export class Tabs {
  readonly strip = h('div', { class: 'tabs', role: 'tablist' });
  readonly body = h('div', { class: 'body', role: 'tabpanel', tabindex: 0 });

  constructor(private readonly list: () => Tab[]) {
    addEventListener('hashchange', () => this.choose());
  }

  choose(): void {
    const tab = this.open();
    this.draw();
    this.list().forEach((one) => one.stays && (one.stays.hidden = one.id !== tab?.id));
    this.body.hidden = !tab?.content;
    this.body.setAttribute('aria-labelledby', `tab-${tab?.id}`);
    fill(this.body, h('p', { class: 'quiet', role: 'status' }, '…'));
    Promise.resolve(tab?.content?.())
      .then((content) => this.open()?.id === tab?.id && fill(this.body, content))
      .catch((error: unknown) => {
        fill(this.body);
        complain(error);
      });
  }

  draw(): void {
    const now = this.open()?.id;
    const focused = this.strip.contains(document.activeElement);
    fill(this.strip, ...this.list().map((tab) => this.link(tab, tab.id === now)));
    if (focused) {
      this.strip.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
    }
  }

  private open(): Tab | undefined {
    const tabs = this.list();
    return tabs.find((one) => one.id === location.hash.slice(1)) ?? tabs[0];
  }

  private link(tab: Tab, chosen: boolean): HTMLElement {
    return h(
      'a',
      {
        href: `#${tab.id}`,
        role: 'tab',
        id: `tab-${tab.id}`,
        'aria-selected': String(chosen),
        tabindex: chosen ? 0 : -1,
        onkeydown: (event) => this.key(event),
      },
      tab.label,
      tab.count ? h('span', { class: 'badge' }, tab.count) : null,
    );
  }

  private key(event: KeyboardEvent): void {
    const links = [...this.strip.children] as HTMLElement[];
    const aside = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (aside) {
      event.preventDefault();
      links[(links.indexOf(event.target as HTMLElement) + aside + links.length) % links.length]?.click();
    }
  }
}
