import type { Locale, Store, StoreService } from '@xiaopu/commerce'
import { plainText } from '../mapping/plain-text'

const SERVICES: StoreService[] = ['pickup', 'returns', 'repair', 'coffee', 'parking']

/**
 * What a merchant writes into a pickup location's "Frontend Description", a line each, because Magento's sources have
 * neither hours nor languages:
 *
 *     hours: 1-5 10:00-22:00; 6,7 09:30-24:00
 *     services: pickup, returns
 *     en.name: Jing’an
 *     en.city: Shanghai
 *     en.address: 1788 Nanjing West Road
 *
 * Lines of any other form are for people, and are passed over.
 */
export interface StoreDescription {
  hours: Store['hours']
  services: StoreService[]
  /** `name`, `city`, `address` in that language. */
  words(locale: Locale, name: string): string | undefined
}

export function readDescription(text: string | null | undefined): StoreDescription {
  const lines = new Map<string, string>()
  for (const line of plainText((text ?? '').replaceAll('\n', '<br>')).split('\n')) {
    const [, key, value] = /^\s*([\w.-]+)\s*[:：]\s*(.+?)\s*$/.exec(line) ?? []
    if (key && value) lines.set(key.toLowerCase(), value)
  }
  const named = (lines.get('services') ?? '').split(/[,，、]/).map((word) => word.trim())
  const services = SERVICES.filter((service) => named.includes(service))
  return {
    hours: hoursFrom(lines.get('hours') ?? ''),
    // A pickup location is one to pick up from, whatever else it is.
    services: services.includes('pickup') ? services : ['pickup', ...services],
    words: (locale, name) => lines.get(`${locale}.${name}`.toLowerCase()),
  }
}

/** `1-5 10:00-22:00; 6,7 09:30-24:00` (1 = Monday). What is no such span is left out. */
function hoursFrom(text: string): Store['hours'] {
  return text.split(/[;；]/).flatMap((span) => {
    const [, days, opens, closes] = /^\s*([1-7](?:[-,][1-7])*)\s+(\d\d:\d\d)-(\d\d:\d\d)\s*$/.exec(span) ?? []
    if (!days || !opens || !closes || !isClock(opens) || !isClock(closes)) return []
    return [{ weekdays: weekdaysFrom(days), opens, closes }]
  })
}

const isClock = (clock: string) => clock <= '24:00' && clock.slice(3) < '60'

function weekdaysFrom(text: string): number[] {
  const days = text.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number)
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  })
  return [...new Set(days)].sort()
}
