import {
  BarController,
  BarElement,
  Chart,
  LinearScale,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';

Chart.register(ScatterController, BarController, LinearScale, PointElement, LineElement, BarElement, Tooltip);

/** Chart.js with the parts that our charts need, and no others. */
export { Chart };
