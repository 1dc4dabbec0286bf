import { errors, type FrameLocator, type Locator } from 'playwright-core'

export type Words = string | RegExp

/** A wait ends as soon as its condition holds; this is for a machine far slower than ours, that others keep busy. */
export const PATIENCE_MS = 60_000

/** What takes a finger and says so. */
const CONTROLS = ['button', 'tab', 'checkbox', 'radio', 'switch', 'link', 'textbox'] as const

/** A part of the screen, looked at and touched as a person does: by what is written on it. Every verb waits. */
export class Surface {
  constructor(readonly root: Locator | FrameLocator) {}

  /**
   * A finger on the control of that name, or on those words where no control is named so. A string is taken whole.
   * @param options.anyway also where it is greyed out: some such things still say why
   */
  async taps(name: Words, { anyway = false } = {}): Promise<void> {
    const control = this.control(name)
    const words = this.root.getByText(name, { exact: true }).filter({ visible: true })
    await this.finds(name, control.or(words), (found) => found.waitFor())
    const target = (await control.count()) > 0 ? control : words
    await this.finds(name, target, (found) => found.tap({ force: anyway }))
  }

  /** Waits until a control can be used. */
  async offers(name: Words): Promise<void> {
    const ready = this.control(name).and(this.root.locator(':not([aria-disabled=true])'))
    await this.finds(name, ready, (found) => found.waitFor())
  }

  /** Two taps faster than a page can answer. */
  async tapsTwice(name: string): Promise<void> {
    await this.finds(name, this.control(name), (found) => found.dblclick())
  }

  /** A finger on the one of several cards or rows that has these words somewhere on it. */
  async picks(words: Words): Promise<void> {
    const row = this.root.getByRole('button').filter({ hasText: words, visible: true })
    await this.finds(words, row, (found) => found.tap())
  }

  /** The words, or what is read aloud in place of them. A string may be a part of what is written. */
  async sees(...all: Words[]): Promise<void> {
    for (const words of all) await this.finds(words, this.words(words), (found) => found.waitFor())
  }

  /** Waits until it is gone, if it is there. */
  async seesNo(...all: Words[]): Promise<void> {
    for (const words of all)
      await this.finds(`no ${words}`, this.words(words), (found) => found.waitFor({ state: 'hidden' }))
  }

  async types(field: Words, text: string): Promise<void> {
    const input = this.root.getByLabel(field).or(this.root.getByPlaceholder(field)).filter({ visible: true })
    await this.finds(field, input, (found) => found.fill(text))
  }

  /** The names of all controls that match, from top to bottom, once there is one. */
  async names(pattern: RegExp): Promise<string[]> {
    await this.finds(pattern, this.control(pattern), (found) => found.waitFor())
    return this.control(pattern).evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''),
    )
  }

  /** Waits for that many photographs that have really come. */
  async seesPhotographs(count: number): Promise<void> {
    const photograph = this.root.locator('img').filter({ visible: true })
    const come = () =>
      photograph.evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).naturalWidth > 0).length)
    await eventually(`${count} photographs`, async () => (await come()) >= count)
  }

  /** A sheet or page of the Mini Program's own, by its title. */
  on(dialog: Words): Surface {
    return new Surface(this.root.getByRole('dialog', { name: dialog, exact: true }))
  }

  private control(name: Words): Locator {
    const [first, ...others] = CONTROLS.map((role) => this.root.getByRole(role, { name, exact: true }))
    return others.reduce((all, one) => all.or(one), first!).filter({ visible: true })
  }

  private words(words: Words): Locator {
    return this.root.getByText(words).or(this.root.getByLabel(words)).filter({ visible: true })
  }

  /** Playwright's own message about a locator of ours is long and says little: what was looked for, and what was there. */
  private async finds<Result>(what: Words, found: Locator, act: (first: Locator) => Promise<Result>): Promise<Result> {
    try {
      return await act(found.first())
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error
      const reason = /(?:intercepts pointer events|element is not (?:enabled|visible|stable))/.exec(error.message)?.[0]
      throw new Error(
        `Waited in vain for ${what}${reason ? ` (${reason})` : ''}. On the screen:\n${await this.screen()}`,
      )
    }
  }

  /** What a screen reader would find here. */
  private async screen(): Promise<string> {
    const root = 'owner' in this.root ? this.root.locator('body') : this.root
    return root.ariaSnapshot({ timeout: 2_000 }).catch(() => 'nothing')
  }
}

const LOOK_AGAIN_MS = 100

/** For conditions that are not on a screen. @throws with the name of what never came true */
export async function eventually(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`Waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}
