import type { HomeBlock, HomeDocumentBlock, HomeLink, HomePicture, HomeWords } from '@xiaopu/contract'
import type { Reading } from './reading'

type Block<Type extends HomeDocumentBlock['type']> = Extract<HomeDocumentBlock, { type: Type }>
type Shown<Type extends HomeBlock['type']> = Extract<HomeBlock, { type: Type }>

interface Slide {
  title: HomeWords
  subtitle?: HomeWords
  target: HomeLink
  picture?: HomePicture
}

/** A picture that leads somewhere: without the picture or the goal it would be a hole in the page. */
function leading({ target, picture }: Pick<Slide, 'target' | 'picture'>, reading: Reading) {
  const goal = reading.target(target)
  const shown = picture ? reading.picture(picture) : reading.pictureOf(target)
  return goal && shown ? { target: goal, picture: shown } : null
}

function slide(item: Slide, reading: Reading) {
  const { title, subtitle } = item
  const shown = leading(item, reading)
  return shown && { ...shown, title: reading.say(title), subtitle: subtitle ? reading.say(subtitle) : '' }
}

export function hero(block: Block<'hero'>, reading: Reading): Shown<'hero'> | null {
  const shown = slide(block, reading)
  return shown && { type: 'hero', ...shown }
}

/** One that is left is no carousel. */
export function banner({ items }: Block<'banner'>, reading: Reading): Shown<'hero' | 'banner'> | null {
  const slides = items.flatMap((item) => slide(item, reading) ?? [])
  const [first] = slides
  if (!first) return null
  return slides.length === 1 ? { type: 'hero', ...first } : { type: 'banner', slides }
}

export function editorial(block: Block<'editorial'>, reading: Reading): Shown<'editorial'> | null {
  const shown = leading(block, reading)
  return shown && { type: 'editorial', ...shown, title: reading.say(block.title), text: reading.say(block.text) }
}

export function shortcuts(block: Block<'shortcuts'>, reading: Reading): Shown<'shortcuts'> | null {
  const items = block.items.flatMap(({ label, target, picture }) => {
    const goal = reading.target(target)
    const name = label ? reading.say(label) : reading.nameOf(target)
    if (!goal || !name) return []
    return [{ label: name, picture: picture ? reading.picture(picture) : reading.pictureOf(target), target: goal }]
  })
  return items.length > 0 ? { type: 'shortcuts', items } : null
}

/** A picture on which nothing can be tapped any more promises what is gone. */
export function hotspot(block: Block<'hotspot'>, reading: Reading): Shown<'hotspot'> | null {
  const picture = reading.picture(block.picture)
  const areas = block.areas.flatMap(({ label, target, ...place }) => {
    const goal = reading.target(target)
    return goal ? [{ ...place, label: reading.say(label), target: goal }] : []
  })
  return picture && areas.length > 0 ? { type: 'hotspot', picture, areas } : null
}

export function richText(block: Block<'rich_text'>, reading: Reading): Shown<'rich_text'> | null {
  const nodes = block.nodes.flatMap((node) => richNode(node, reading) ?? [])
  return nodes.length > 0 ? { type: 'rich_text', nodes } : null
}

/** Words whose goal is gone stay, as words. */
function richNode(
  node: Block<'rich_text'>['nodes'][number],
  { say, target, picture }: Reading,
): Shown<'rich_text'>['nodes'][number] | null {
  if (node.kind === 'heading') return { kind: 'heading', text: say(node.text) }
  if (node.kind === 'picture') {
    const shown = picture(node.picture)
    return shown && { kind: 'picture', picture: shown, target: node.target ? target(node.target) : null }
  }
  const spans = node.spans.map((span) => ({
    text: say(span.text),
    bold: span.bold === true,
    target: span.target ? target(span.target) : null,
  }))
  return { kind: 'paragraph', spans }
}
