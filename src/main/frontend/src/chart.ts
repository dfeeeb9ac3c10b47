import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { getInstanceByDom, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { Total } from './api';
import { t } from './texts';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const MOST = 12;
const LINE_PX = 30;

/** How many cases of each unit or category would have gone another way; the most first. */
export function drawTotals(element: HTMLElement, totals: (Total & { name: string })[]): void {
  const rows = [...totals].sort((a, b) => b.changed - a.changed).slice(0, MOST).reverse();
  element.style.height = `${rows.length * LINE_PX + 70}px`;
  const chart = getInstanceByDom(element) ?? init(element, null, { renderer: 'canvas' });
  const style = getComputedStyle(element);
  const text = { color: style.color, fontFamily: style.fontFamily, fontSize: 12 };
  const bar = (name: string, colour: string, value: (row: Total) => number): object => ({
    name,
    type: 'bar',
    stack: 'cases',
    barMaxWidth: 16,
    itemStyle: { color: style.getPropertyValue(colour).trim() },
    data: rows.map(value),
  });
  chart.resize();
  chart.setOption(
    {
      animation: false,
      textStyle: text,
      // Drawn on the canvas: a tooltip made of markup would need inline styles.
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, renderMode: 'richText' },
      legend: { bottom: 0, textStyle: text, itemWidth: 12, itemHeight: 12 },
      grid: { left: 8, right: 24, top: 8, bottom: 40, containLabel: true },
      xAxis: { type: 'value', minInterval: 1, axisLabel: text },
      yAxis: { type: 'category', data: rows.map((row) => row.name), axisLabel: text, axisTick: { show: false } },
      series: [
        bar(t('becameLate'), '--bad', (row) => row.becameLate),
        bar(t('becameOnTime'), '--good', (row) => row.becameOnTime),
        bar(t('otherChange'), '--neutral', (row) => Math.max(0, row.changed - row.becameLate - row.becameOnTime)),
      ],
    },
    true,
  );
  const width = new ResizeObserver(() => chart.resize());
  width.observe(element);
}
