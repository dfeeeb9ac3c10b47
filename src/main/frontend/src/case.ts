import { Diagram } from './diagram';
import { english } from './language';
import { drawMap } from './map';
import { enlarge } from './photos';
import './pages';
import './style/diagram.css';
import './style/case.css';

/** The islands of a case's page; each draws what the page already says in a list or table. */

const map = document.querySelector<HTMLElement>('#map');
const places = document.querySelector('#places-of-case');
if (map && places) {
  map.hidden = false;
  drawMap(map, places);
}

enlarge([...document.querySelectorAll<HTMLAnchorElement>('a.photo')]);

document.querySelector<HTMLButtonElement>('#reporter [data-open]')?.addEventListener('click', (event) => {
  void openReporter(event.currentTarget as HTMLButtonElement);
});
document.querySelector('#reporter [data-open]')?.removeAttribute('hidden');

/** Whoever opens a reporter's name leaves an entry in the log: only a click does it. */
async function openReporter(open: HTMLButtonElement): Promise<void> {
  const answer = await fetch(open.dataset['open'] ?? '', { method: 'POST', headers: { 'X-Requested-With': 'fetch' } });
  const told: { name?: string; phone?: string; detail?: string; zh?: string } = await answer.json();
  open.parentElement?.replaceChildren(answer.ok ? [told.name, told.phone].filter(Boolean).join(' ') : ((english ? told.detail : (told.zh ?? told.detail)) ?? `${answer.status}`));
}

for (const walk of document.querySelectorAll<HTMLElement>('.walk')) {
  draw(walk).catch(() => {
    // The table of steps below tells the same.
    walk.querySelector('.picture')?.remove();
  });
}

async function draw(walk: HTMLElement): Promise<void> {
  const room = walk.querySelector<HTMLElement>('.picture');
  const address = walk.dataset['diagram'];
  if (!room || !address) {
    return;
  }
  const diagram = await Diagram.draw(room, address, walk.dataset['label'] ?? '');
  for (const flow of (walk.dataset['flows'] ?? '').split(' ').filter(Boolean)) {
    diagram.mark(flow, 'walked');
  }
  const steps = [...walk.querySelectorAll<HTMLElement>('tr[data-element]')];
  const standing = placesOf(steps);
  steps.forEach((step) => tell(diagram, step, standing.includes(step)));
  walk.querySelector('.path-legend')?.removeAttribute('hidden');
  const tasks = steps.filter((step) => step.dataset['work'] === 'true');
  diagram.show((standing[0] ?? tasks.at(-1))?.dataset['element'] ?? '');
}

/** Where the case stands: at tasks of people; a timer beside them is no place of its own. */
function placesOf(steps: HTMLElement[]): HTMLElement[] {
  const now = steps.filter((step) => step.dataset['now'] === 'true' && step.dataset['task'] === 'true');
  const work = now.filter((step) => step.dataset['work'] === 'true');
  return work.length > 0 ? work : now;
}

/** Below this zoom only the counts of tasks have room. */
const CROWDED = 0.4;

function tell(diagram: Diagram, step: HTMLElement, stands: boolean): void {
  const { element = '', visits = '1', took, task, title = '' } = step.dataset;
  diagram.mark(element, 'walked');
  if (stands) {
    diagram.mark(element, 'stands');
  }
  if (Number(visits) > 1) {
    diagram.badge(element, `×${visits}`, title, 'count', 'corner', task === 'true' ? 0 : CROWDED);
  }
  if (took && task === 'true') {
    diagram.badge(element, stands ? `${english ? 'now' : '现在'} · ${took}` : took, title, stands ? 'here' : 'time', 'below');
  }
}
