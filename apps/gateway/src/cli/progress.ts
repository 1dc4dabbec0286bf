import { Presets, SingleBar } from 'cli-progress'
import type { ImportProgress } from '../import/import-into'
import type { Terminal } from './terminal'

const PHASE = { pictures: 'Preparing pictures', products: 'Writing products' }

export interface ProgressReport {
  show(progress: ImportProgress): void
  end(): void
}

/** A bar where somebody watches; elsewhere a line at the start of each phase and at each quarter of it. */
export function progressReport(terminal: Terminal): ProgressReport {
  return terminal.isInteractive ? bar() : lines(terminal)
}

function bar(): ProgressReport {
  const drawn = new SingleBar(
    { format: '{phase} {bar} {value}/{total}', hideCursor: true, clearOnComplete: false },
    Presets.shades_grey,
  )
  let phase: ImportProgress['phase'] | undefined
  return {
    show({ phase: now, done, total }) {
      if (total === 0) return
      if (now !== phase) {
        if (phase) drawn.stop()
        phase = now
        drawn.start(total, done, { phase: PHASE[now].padEnd(18) })
      }
      drawn.update(done)
    },
    end() {
      if (phase) drawn.stop()
    },
  }
}

function lines({ out }: Terminal): ProgressReport {
  let last = ''
  return {
    show({ phase, done, total }) {
      if (total === 0) return
      const quarter = Math.floor((done / total) * 4)
      const now = `${phase} ${quarter}`
      if (now === last) return
      last = now
      out(`${PHASE[phase]}: ${done}/${total}`)
    },
    end() {},
  }
}
