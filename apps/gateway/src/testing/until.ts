import { setTimeout as pause } from 'node:timers/promises'

/** Resolves when `holds` does. @throws after `withinMs` */
export async function until(holds: () => boolean | Promise<boolean>, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`still not so after ${withinMs} ms`)
    await pause(20)
  }
}
