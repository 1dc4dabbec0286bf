import type { Kind } from './base'

/** A component this simulator does not have: a box that says so, and a line in the panel. */
export function unknown(tag: string): Kind {
  return (Base) =>
    class extends Base {
      connectedCallback() {
        this.view.host.records.unsupported(`<${tag}>`)
        this.classList.add('xp-placeholder')
        if (!this.hasChildNodes()) this.textContent = `<${tag}> · not modelled by the simulator`
      }
    }
}
