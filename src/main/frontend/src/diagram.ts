import 'bpmn-js/dist/assets/diagram-js.css';
import Viewer from 'bpmn-js/lib/Viewer';
import { button, h } from './dom';
import { english } from './language';

/** The parts of bpmn-js that are used here; its own types leave services open. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Shape extends Partial<Box> {
  id: string;
  waypoints?: { x: number; y: number }[];
  source?: Shape;
  target?: Shape;
  children?: Shape[];
  businessObject: { name?: string };
}

interface Canvas {
  viewbox(box?: Box): { inner: Box };
  addMarker(shape: Shape, marker: string): void;
  resized(): void;
}

interface Overlays {
  add(element: string, overlay: object): string;
}

interface Registry {
  get(id: string): Shape | undefined;
  filter(fits: (shape: Shape) => boolean): Shape[];
}

export type Corner = 'above' | 'below' | 'corner';

const MARGIN = 30;
const SMALLEST = 0.1;
const LARGEST = 2;
const STEP = 1.3;
const READABLE = 0.55;
/** Below this not even the badges can be told apart: the diagram then begins at a part of it. */
const OVERVIEW = 0.35;
const LOWEST = 200;
/** Width of an A4 sheet between its margins, in CSS pixels. */
const PAPER = 660;

/**
 * A diagram that scrolls as any other part of a page does: by wheel, finger, keys or drag; Ctrl and wheel zoom.
 * Colours come from markers (css classes), texts from badges.
 */
export class Diagram {
  private readonly frame: HTMLElement;
  private readonly sheet: HTMLElement;
  private readonly viewer: Viewer;
  private zoom = 1;
  private whole: Box = { x: 0, y: 0, width: 1, height: 1 };

  private constructor(room: HTMLElement, label: string) {
    this.sheet = h('div', { class: 'sheet-of-diagram' });
    this.frame = h('div', { class: 'drawing', tabindex: 0, role: 'region', 'aria-label': label }, this.sheet);
    const around = h('div', { class: 'diagram' }, this.frame, this.tools());
    room.replaceChildren(around);
    this.viewer = new Viewer({ container: this.sheet });
    // The mark of bpmn.io stays in sight while the diagram scrolls below it.
    const mark = this.sheet.querySelector('.bjs-powered-by');
    if (mark) {
      around.append(mark);
    }
    this.frame.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    this.frame.addEventListener('pointerdown', (event) => this.drag(event));
    this.print();
  }

  /** Draws the BPMN of an address into the room, in place of what is there. */
  static async draw(room: HTMLElement, address: string, label: string): Promise<Diagram> {
    const answer = await fetch(address, { headers: { 'X-Requested-With': 'fetch' } });
    if (!answer.ok) {
      throw new Error(`${address}: ${answer.status}`);
    }
    const xml = await answer.text();
    const diagram = new Diagram(room, label);
    await diagram.viewer.importXML(xml);
    diagram.measure();
    return diagram;
  }

  private get canvas(): Canvas {
    return this.viewer.get<Canvas>('canvas');
  }

  private get registry(): Registry {
    return this.viewer.get<Registry>('elementRegistry');
  }

  private measure(): void {
    const inner = this.canvas.viewbox().inner;
    this.whole = {
      x: inner.x - MARGIN,
      y: inner.y - MARGIN,
      width: inner.width + 2 * MARGIN,
      height: inner.height + 2 * MARGIN,
    };
    const svg = this.sheet.querySelector('svg');
    svg?.removeAttribute('tabindex');
    svg?.setAttribute('aria-hidden', 'true');
    // What holds others is a room for them, not a step.
    this.registry.filter((shape) => (shape.children?.length ?? 0) > 0).forEach((shape) => this.canvas.addMarker(shape, 'room'));
    this.begin();
  }

  /** A wide page shows all of it at once and is as high as that needs; a narrow one shows a readable part. */
  private begin(): void {
    const wide = Math.min(1, this.frame.clientWidth / this.whole.width);
    if (wide < OVERVIEW) {
      this.scale(READABLE);
      return;
    }
    this.frame.style.height = `${Math.max(LOWEST, Math.ceil(this.whole.height * wide) + 2)}px`;
    this.scale(wide);
  }

  private fitting(): number {
    return Math.min(this.frame.clientWidth / this.whole.width, this.frame.clientHeight / this.whole.height);
  }

  private scale(zoom: number): void {
    const middle = {
      x: (this.frame.scrollLeft + this.frame.clientWidth / 2) / this.zoom,
      y: (this.frame.scrollTop + this.frame.clientHeight / 2) / this.zoom,
    };
    this.zoom = Math.min(LARGEST, Math.max(SMALLEST, zoom));
    this.sheet.style.width = `${this.whole.width * this.zoom}px`;
    this.sheet.style.height = `${this.whole.height * this.zoom}px`;
    this.canvas.resized();
    this.canvas.viewbox(this.whole);
    this.frame.scrollTo(
      middle.x * this.zoom - this.frame.clientWidth / 2,
      middle.y * this.zoom - this.frame.clientHeight / 2,
    );
  }

  private tools(): HTMLElement {
    return h(
      'div',
      { class: 'actions screen' },
      button('+', () => this.scale(this.zoom * STEP), { 'aria-label': english ? 'Larger' : '放大' }),
      button('−', () => this.scale(this.zoom / STEP), { 'aria-label': english ? 'Smaller' : '缩小' }),
      button(english ? 'Whole' : '全图', () => this.fit()),
    );
  }

  /** Shows all of it at once. */
  fit(): void {
    this.scale(this.fitting());
  }

  /** Paper cannot scroll: it shows all of it. */
  private print(): void {
    let before = this.zoom;
    window.addEventListener('beforeprint', () => {
      before = this.zoom;
      this.scale(PAPER / this.whole.width);
    });
    window.addEventListener('afterprint', () => this.scale(before));
  }

  private wheel(event: WheelEvent): void {
    if (event.ctrlKey) {
      event.preventDefault();
      this.scale(event.deltaY < 0 ? this.zoom * 1.1 : this.zoom / 1.1);
    }
  }

  /** A mouse drags the sheet; a finger scrolls it without our help. */
  private drag(begun: PointerEvent): void {
    if (begun.pointerType !== 'mouse' || begun.button !== 0) {
      return;
    }
    const left = this.frame.scrollLeft;
    const top = this.frame.scrollTop;
    const move = (event: PointerEvent): void =>
      this.frame.scrollTo(left - event.clientX + begun.clientX, top - event.clientY + begun.clientY);
    const end = (): void => {
      window.removeEventListener('pointermove', move);
      this.frame.classList.remove('dragged');
    };
    this.frame.classList.add('dragged');
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end, { once: true });
  }

  has(element: string): boolean {
    return this.registry.get(element) !== undefined;
  }

  /** Whether it holds other elements, as a stage holds its tasks. */
  isRoom(element: string): boolean {
    return (this.registry.get(element)?.children?.length ?? 0) > 0;
  }

  name(element: string): string {
    return this.registry.get(element)?.businessObject.name ?? element;
  }

  mark(element: string, marker: string): void {
    const shape = this.registry.get(element);
    if (shape) {
      this.canvas.addMarker(shape, marker);
    }
  }

  /** The flows that leave an element, with where they lead. */
  flowsOf(element: string): { id: string; to: string }[] {
    return this.registry
      .filter((shape) => shape.waypoints !== undefined && shape.source?.id === element)
      .map((flow) => ({ id: flow.id, to: flow.target?.id ?? '' }));
  }

  /** A short text at an element; it keeps its size when the diagram shrinks, and goes below the zoom it is shown from. */
  badge(element: string, text: string, title: string, kind: string, corner: Corner = 'corner', from = 0): void {
    const shape = this.registry.get(element);
    if (!shape) {
      return;
    }
    const html = h('span', { class: `on-diagram ${kind}`, title }, text);
    const width = shape.width ?? 0;
    const position =
      corner === 'below'
        ? { bottom: -2, left: 0 }
        : corner === 'above'
          ? { top: -20, left: 0 }
          : { top: -10, left: width - 8 };
    this.viewer.get<Overlays>('overlays').add(element, { position, html, scale: { min: 0.75, max: 1.2 }, show: { minZoom: from } });
  }

  /** Scrolls an element into the middle. */
  show(element: string): void {
    const shape = this.registry.get(element);
    if (shape?.x === undefined || shape.y === undefined) {
      return;
    }
    this.frame.scrollTo(
      (shape.x + (shape.width ?? 0) / 2 - this.whole.x) * this.zoom - this.frame.clientWidth / 2,
      (shape.y + (shape.height ?? 0) / 2 - this.whole.y) * this.zoom - this.frame.clientHeight / 2,
    );
  }
}
