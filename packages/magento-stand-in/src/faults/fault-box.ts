import type { ArmedFault, Fault, FaultKind } from './faults'

/** Faults that are armed. Each strikes so many times and is then over. */
export class FaultBox {
  private armed: ArmedFault[] = []

  /** `times` 'always': until it is disarmed. */
  arm(fault: Fault, times: number | 'always' = 1): void {
    this.armed.push({ ...fault, left: times === 'always' ? Number.POSITIVE_INFINITY : times })
  }
  disarm(kind?: FaultKind): void {
    this.armed = kind === undefined ? [] : this.armed.filter((fault) => fault.kind !== kind)
  }
  list(): ArmedFault[] {
    return this.armed.map((fault) => ({ ...fault }))
  }

  /** A lasting fault, such as a bug of the version: asking does not use it up. */
  isOn(kind: FaultKind): boolean {
    return this.armed.some((fault) => fault.kind === kind)
  }

  /** The fault of that kind that strikes one of these operations now; one strike less is left. */
  strike<Kind extends FaultKind>(
    kind: Kind,
    operations: readonly string[] = [],
  ): Extract<Fault, { kind: Kind }> | null {
    const fault = this.armed.find(
      (one) =>
        one.kind === kind &&
        (!('operation' in one) || one.operation === undefined || operations.includes(one.operation)),
    )
    if (!fault) return null
    fault.left--
    if (fault.left <= 0) this.armed = this.armed.filter((one) => one !== fault)
    return fault as unknown as Extract<Fault, { kind: Kind }>
  }
}
