import type { XmlElement } from './xml.ts';

/** What a cell's attributes say of its value; `null` when its text is the value. */
export function odsValue(element: XmlElement): string | null {
  switch (element.attribute('value-type')) {
    case 'float':
    case 'percentage':
    case 'currency':
      return numberText(element.attribute('value') ?? '');
    case 'date':
      return (element.attribute('date-value') ?? '')
        .replace(/\.\d+$/u, '')
        .replace(/T00:00(?::00)?$/u, '')
        .replace('T', ' ')
        .replace(/( \d\d:\d\d):00$/u, '$1');
    case 'time':
      return timeText(element.attribute('time-value') ?? '');
    case 'boolean':
      return element.attribute('boolean-value') ?? '';
    default:
      return element.attribute('string-value');
  }
}

function numberText(value: string): string {
  const number = Number(value);
  return value === '' || !Number.isFinite(number) ? value : String(number);
}

/** `PT14H30M00S` as `14:30`. */
function timeText(duration: string): string {
  const match = /^PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/u.exec(duration);
  if (match === null) return duration;
  const [, hours = '', minutes = '', seconds = ''] = match;
  const time = `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
  return Number(seconds) === 0 ? time : `${time}:${seconds.padStart(2, '0')}`;
}

/** A count of repetitions, at least 1. */
export function repeats(element: XmlElement, attribute: string): number {
  const number = Number(element.attribute(attribute) ?? 1);
  return Number.isSafeInteger(number) && number > 1 ? number : 1;
}
