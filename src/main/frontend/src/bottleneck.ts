import { Diagram } from './diagram';
import './pages';
import './style/diagram.css';

/** The diagram of the bottlenecks, coloured by the figures of the table below it. */

const room = document.querySelector<HTMLElement>('#heat');
const steps = [...document.querySelectorAll<HTMLElement>('tr[data-element]')];

async function draw(place: HTMLElement): Promise<void> {
  const diagram = await Diagram.draw(place, place.dataset['diagram'] ?? '', place.dataset['label'] ?? '');
  steps.forEach((step) => tell(diagram, step));
  const hottest = steps.find((step) => step.dataset['level'] === '5')?.dataset['element'];
  if (hottest) {
    diagram.show(hottest);
  }
}

function tell(diagram: Diagram, step: HTMLElement): void {
  if (diagram.isRoom(step.dataset['element'] ?? '')) {
    // What waits in a stage waits at one of its tasks.
    return;
  }
  const { element = '', level = '0', shown = '', loops = '0', loopsTold = '', waiting = '0', waitingTold = '' } = step.dataset;
  if (level === '0' && loops === '0' && waiting === '0') {
    return;
  }
  const name = diagram.name(element);
  if (level !== '0') {
    diagram.mark(element, `heat-${level}`);
    diagram.badge(element, shown, `${name}: ${shown}`, 'time', 'below');
  }
  if (loops !== '0') {
    diagram.badge(element, `↻ ${loops}`, `${name}: ${loopsTold}`, 'loops', 'above');
  }
  if (waiting !== '0') {
    diagram.badge(element, waiting, `${name}: ${waitingTold}`, 'here');
  }
}

if (room) {
  draw(room).catch(() => room.replaceChildren(room.dataset['failed'] ?? ''));
}
