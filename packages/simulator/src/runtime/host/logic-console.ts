import type { Records } from './records'

type Level = 'log' | 'info' | 'warn' | 'error' | 'debug'

/** The Mini Program's `console`: the browser's own, and a line in the panel. An error counts as one in `xiaopu.errors`. */
export function logicConsole(records: Records): Console {
  const write =
    (level: Level) =>
    (...parts: unknown[]) => {
      console[level](...parts)
      if (level === 'error') records.error(parts.length === 1 ? parts[0] : parts.map(String).join(' '))
      else records.log(level, parts)
    }
  const levels = {
    log: write('log'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    debug: write('debug'),
  }
  return Object.assign(Object.create(console) as Console, levels)
}
