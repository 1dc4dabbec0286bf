import type { Kind } from './base'

interface RichNode {
  type?: 'node' | 'text'
  name?: string
  attrs?: Record<string, string>
  children?: RichNode[]
  text?: string
}

/** The tags WeChat's rich-text trusts; another is dropped with what it holds. */
const TRUSTED = new Set(
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section small span strong sub sup table tbody td tfoot th thead tr tt u ul'.split(
    ' ',
  ),
)

/** `<rich-text>`: an HTML string or a node array, trusted tags only, no events inside. */
export const richText: Kind = (Base) =>
  class extends Base {
    override attr(name: string) {
      if (name !== 'nodes') return
      const nodes = this.get<string | RichNode[]>('nodes', '')
      this.replaceChildren()
      if (Array.isArray(nodes)) for (const node of nodes) this.append(...this.build(node))
      else this.append(...this.parse(String(nodes)))
    }

    private parse(html: string): Node[] {
      const body = new this.view.win.DOMParser().parseFromString(html, 'text/html').body
      return Array.from(body.childNodes).flatMap((node) => this.build(fromDom(node)))
    }

    private build(node: RichNode): Node[] {
      const { doc } = this.view
      if (node.type === 'text' || (!node.name && node.text !== undefined))
        return [doc.createTextNode(decode(node.text ?? ''))]
      const name = (node.name ?? '').toLowerCase()
      if (!TRUSTED.has(name)) return []
      const element = doc.createElement(name)
      for (const [key, value] of Object.entries(node.attrs ?? {})) {
        if (/^on/i.test(key) || key === 'href') continue
        element.setAttribute(key, key === 'src' ? this.url(String(value)) : String(value))
      }
      for (const child of node.children ?? []) element.append(...this.build(child))
      return [element]
    }
  }

function fromDom(node: Node): RichNode {
  if (node.nodeType === 3) return { type: 'text', text: node.textContent ?? '' }
  const element = node as Element
  const attrs = Object.fromEntries(Array.from(element.attributes ?? [], ({ name, value }) => [name, value]))
  return { name: element.localName, attrs, children: Array.from(node.childNodes, fromDom) }
}

function decode(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|nbsp|apos|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity)
}
const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  nbsp: '\u00a0',
  apos: "'",
  '#39': "'",
}
