/** One subscribe message as it arrived on a phone. */
export interface SubscribeMessage {
  /** Epoch ms. */
  at: number
  person: string
  templateId: string
  /** Where a tap on it leads; null: nowhere. */
  page: string | null
  /** By the template's keyword: `thing1`. */
  values: Record<string, string>
}

/** One-time subscriptions: each 允许 of a person lets one message of that template through. */
export class Subscriptions {
  private readonly left = new Map<string, number>()
  readonly messages: SubscribeMessage[] = []

  allow(person: string, templateId: string): void {
    const key = `${person} ${templateId}`
    this.left.set(key, (this.left.get(key) ?? 0) + 1)
  }

  /** False: none is left, or there never was one. */
  use(person: string, templateId: string): boolean {
    const key = `${person} ${templateId}`
    const left = this.left.get(key) ?? 0
    if (left === 0) return false
    this.left.set(key, left - 1)
    return true
  }

  reset(): void {
    this.left.clear()
    this.messages.length = 0
  }
}
