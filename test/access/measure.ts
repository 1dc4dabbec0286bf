/** What one page has of text and of things a finger can do something with, as the browser has laid it out. */
export interface Measured {
  /** Texts whose ground is plain, and so could be measured. */
  texts: number
  /** Texts that stand on a photograph: their scrim is measured with the tokens. */
  onPictures: number
  weak: { words: string; colour: string; ground: string; contrast: number }[]
  targets: number
  small: { name: string; width: number; height: number }[]
  /** Words of which a part is outside the screen or cut through by what holds them, without an ellipsis. */
  cut: string[]
}

/**
 * Runs in the page: only its text crosses over, so it must need nothing from outside.
 * @param least contrast, of text of any size
 * @param finger px, both ways
 */
export function measure({ least, finger }: { least: number; finger: number }): Measured {
  type Rgba = [red: number, green: number, blue: number, alpha: number]
  const rgba = (colour: string): Rgba => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = colour.match(/[\d.]+/g)?.map(Number) ?? []
    return [red, green, blue, alpha]
  }
  const over = (top: Rgba, below: Rgba): Rgba => {
    const mix = (at: 0 | 1 | 2) => top[at] * top[3] + below[at] * (1 - top[3])
    return [mix(0), mix(1), mix(2), 1]
  }
  const luminance = ([red, green, blue]: Rgba) => {
    const linear = (value: number) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
  const contrast = (one: Rgba, other: Rgba) => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((some, more) => some - more)
    return (light + 0.05) / (dark + 0.05)
  }
  const written = ([red, green, blue]: Rgba) => `rgb(${[red, green, blue].map(Math.round).join(' ')})`

  /** Of what it is drawn in: its own and that of all around it. */
  const opacity = (element: Element | null): number =>
    element === null ? 1 : Number(getComputedStyle(element).opacity) * opacity(element.parentElement)

  /** What is behind a point of an element, down to the first ground that covers; null on a photograph. */
  const groundAt = (element: Element, x: number, y: number): Rgba | null => {
    const stack = document.elementsFromPoint(x, y)
    const from = stack.indexOf(element)
    if (from < 0) return null
    const layers: Rgba[] = []
    for (const layer of stack.slice(from)) {
      const style = getComputedStyle(layer)
      if (layer.tagName === 'IMG' || layer.tagName === 'VIDEO' || style.backgroundImage !== 'none') return null
      const [red, green, blue, alpha] = rgba(style.backgroundColor)
      const seen = alpha * opacity(layer)
      if (seen > 0) layers.push([red, green, blue, seen])
      if (seen >= 1) break
    }
    return layers.reduceRight<Rgba>((below, layer) => over(layer, below), [255, 255, 255, 1])
  }

  /** As it is drawn: a component's own scrolling element stands between its child and its parent. */
  const around = (element: Element): Element | null => {
    const root = element.getRootNode()
    return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  }

  /** Whether what clips it goes through it. What can be scrolled to, slides by, or ends in an ellipsis is no loss. */
  const isCut = (element: Element, { left, right, top, bottom }: DOMRect): boolean => {
    for (let holder: Element | null = element; holder; holder = around(holder)) {
      const style = getComputedStyle(holder)
      const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible'
      if (/auto|scroll/.test(style.overflowX + style.overflowY) && holder !== document.body) return false
      if (!clips || holder === document.body || holder === document.documentElement) continue
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return false
      const box = holder.getBoundingClientRect()
      const isThrough = right > box.right + 1 || bottom > box.bottom + 2 || left < box.left - 1
      if (isThrough && left < box.right && top < box.bottom && right > box.left) return true
    }
    return right > innerWidth + 1 && left < innerWidth
  }

  const found: Measured = { texts: 0, onPictures: 0, weak: [], targets: 0, small: [], cut: [] }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent?.trim() ?? ''
    const element = node.parentElement
    if (words === '' || !element || element.closest('style, script, [aria-disabled=true]')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    // Not drawn for now, such as a title that comes when the page is scrolled.
    if (opacity(element) < 0.05) continue
    const box = range.getClientRects()[0]
    if (!box || box.width < 2 || box.height < 2 || getComputedStyle(element).visibility === 'hidden') continue
    if (isCut(element, box)) found.cut.push(words.slice(0, 40))
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    const stack = document.elementsFromPoint(x, y)
    // Covered by something else, cut off, or outside the screen: nobody reads it now.
    const top = stack[0]
    if (!top || !(top === element || element.contains(top) || top.contains(element))) continue
    const holder = stack.find((one) => one === element || one.contains(element))
    const ground = holder ? groundAt(holder, x, y) : null
    if (!ground) {
      found.onPictures++
      continue
    }
    found.texts++
    const [red, green, blue, alpha] = rgba(getComputedStyle(element).color)
    const colour = over([red, green, blue, alpha * opacity(element)], ground)
    const ratio = Math.floor(contrast(colour, ground) * 100) / 100
    if (ratio < least)
      found.weak.push({ words: words.slice(0, 24), colour: written(colour), ground: written(ground), contrast: ratio })
  }

  const roles = ['button', 'tab', 'checkbox', 'radio', 'switch', 'link', 'textbox'].map((role) => `[role=${role}]`)
  for (const target of document.querySelectorAll(`${roles.join()}, button, input, textarea`)) {
    const box = target.getBoundingClientRect()
    const style = getComputedStyle(target)
    if (box.width < 1 || box.height < 1 || style.visibility === 'hidden' || style.pointerEvents === 'none') continue
    // An input inside something that is the target itself.
    if (target.parentElement?.closest(roles.join())) continue
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    const reaches = (atX: number, atY: number) => {
      const hit = document.elementFromPoint(atX, atY)
      return hit !== null && (hit === target || target.contains(hit))
    }
    if (!reaches(x, y)) continue
    found.targets++
    const half = finger / 2 - 0.75
    const wide = box.width >= finger - 1 || (reaches(x - half, y) && reaches(x + half, y))
    const high = box.height >= finger - 1 || (reaches(x, y - half) && reaches(x, y + half))
    if (!wide || !high) {
      const name = target.getAttribute('aria-label') ?? target.textContent?.trim() ?? target.className
      found.small.push({ name: name.slice(0, 24), width: Math.round(box.width), height: Math.round(box.height) })
    }
  }
  return found
}
