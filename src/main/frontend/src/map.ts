import 'leaflet/dist/leaflet.css';
import { CircleMarker, Control, GeoJSON, LatLng, LatLngBounds, Map as Chart, Marker, DivIcon } from 'leaflet';
import { english } from './language';

/** One place of the list beside the map. */
interface Spot {
  at: LatLng;
  kind: string;
  mark: string;
  text: string;
}

const NEAR_METRES = 2;
const CLOSEST = 20;
const MARGIN = 28;

/** Draws the grid and the places a list names; there are no tiles, so that nothing is asked of the outside. */
export function drawMap(room: HTMLElement, list: Element): void {
  const spots = [...list.querySelectorAll<HTMLElement>('[data-lat]')].map(spotOf);
  const chart = new Chart(room, { attributionControl: false, scrollWheelZoom: false, zoomSnap: 0.25, maxZoom: 23 });
  const bounds = new LatLngBounds(spots.map((spot) => spot.at));
  outlines(room.dataset['around'], 'around').addTo(chart);
  const grid = outlines(room.dataset['grid'], 'grid').addTo(chart);
  if (grid.getLayers().length > 0) {
    bounds.extend(grid.getBounds());
  }
  if (!bounds.isValid()) {
    room.hidden = true;
    return;
  }
  chart.fitBounds(bounds, { padding: [MARGIN, MARGIN], maxZoom: CLOSEST });
  new Control.Scale({ imperial: false }).addTo(chart);
  for (const [index, group] of together(chart, spots).entries()) {
    pin(group, index).addTo(chart);
  }
  nameButtons(room);
}

function spotOf(item: HTMLElement): Spot {
  return {
    at: new LatLng(Number(item.dataset['lat']), Number(item.dataset['lng'])),
    kind: item.dataset['kind'] ?? 'other',
    mark: item.dataset['mark'] ?? '',
    text: item.dataset['text'] ?? item.textContent?.trim() ?? '',
  };
}

function outlines(json: string | undefined, name: string): GeoJSON {
  return new GeoJSON(json ? JSON.parse(json) : null, { interactive: false, style: { className: `outline ${name}` } });
}

/** Places at the same point become one pin that names them all. */
function together(chart: Chart, spots: Spot[]): Spot[][] {
  const groups: Spot[][] = [];
  for (const spot of spots) {
    const near = groups.find((group) => group[0] && chart.distance(group[0].at, spot.at) < NEAR_METRES);
    if (near) {
      near.push(spot);
    } else {
      groups.push([spot]);
    }
  }
  return groups;
}

function pin(group: Spot[], index: number): Marker | CircleMarker {
  const first = group[0] as Spot;
  const marks = [...new Set(group.map((spot) => spot.mark))].join('');
  const title = group.map((spot) => spot.text).join(' · ');
  const face = document.createElement('span');
  face.textContent = marks;
  const icon = new DivIcon({ className: `pin ${first.kind}`, html: face, iconSize: [16 + 12 * marks.length, 24] });
  return new Marker(first.at, { icon, title, alt: title, zIndexOffset: -index }).bindTooltip(title, { direction: 'top', offset: [0, -12] });
}

function nameButtons(room: HTMLElement): void {
  const names = { '.leaflet-control-zoom-in': ['放大', 'Larger'], '.leaflet-control-zoom-out': ['缩小', 'Smaller'] } as const;
  for (const [selector, [zh, en]] of Object.entries(names)) {
    const name = english ? en : zh;
    room.querySelector(selector)?.setAttribute('aria-label', name);
    room.querySelector(selector)?.setAttribute('title', name);
  }
}
