import { button, fill, h } from './dom';
import { english } from './language';

/** Opens the photos of a page large, one after the other; without script each is a link to its file. */
export function enlarge(all: HTMLAnchorElement[]): void {
  const links = all.filter((link, place) => all.findIndex((one) => one.href === link.href) === place);
  if (links.length === 0) {
    return;
  }
  let shown = 0;
  const image = h('img', {});
  const words = h('p', {});
  const before = button('←', () => turn(-1), { 'aria-label': english ? 'Photo before' : '上一张' });
  const after = button('→', () => turn(1), { 'aria-label': english ? 'Next photo' : '下一张' });
  const close = button(english ? 'Close' : '关闭', () => dialog.close());
  const dialog = h('dialog', { class: 'large', 'aria-label': english ? 'Photo' : '照片' }, image, words, h('div', { class: 'actions' }, close, after, before));
  document.body.append(dialog);

  const turn = (by: number): void => {
    shown = (shown + by + links.length) % links.length;
    const link = links[shown] as HTMLAnchorElement;
    image.src = link.href;
    image.alt = link.querySelector('img')?.alt ?? '';
    fill(words, `${shown + 1} / ${links.length} · `, link.dataset['text'] ?? image.alt);
  };
  before.hidden = after.hidden = links.length === 1;
  dialog.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by) {
      turn(by);
    }
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  for (const link of all) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      shown = links.findIndex((one) => one.href === link.href);
      turn(0);
      dialog.showModal();
    });
  }
}
