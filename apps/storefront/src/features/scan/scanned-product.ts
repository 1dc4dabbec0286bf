import type { Scanned } from '../../wechat'

/** The contract's identifiers. */
const ID = /^[\w.:=+-]{1,64}$/

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const idIn = (text: string, pattern: RegExp) => {
  const found = pattern.exec(text)?.[1]
  const id = found === undefined ? '' : decoded(found)
  return ID.test(id) ? id : null
}

/**
 * Which product a scanned code may mean: our mini program code or a shared link of the product page (`goods/product/index?id=…`, or
 * `scene=id%3D…`), a web address that ends in `/products/…`, or the bare code on a label. Null for anything else; whether there is
 * such a product is for the shop to say.
 */
export function scannedProduct({ text, path }: Scanned): string | null {
  for (const address of [path, text.trim()]) {
    if (/goods\/product\/index\?/.test(address)) {
      const scene = /[?&]scene=([^&#]*)/.exec(address)?.[1]
      return idIn(address, /[?&]id=([^&#]*)/) ?? (scene ? idIn(`?${decoded(scene)}`, /[?&]id=([^&#]*)/) : null)
    }
  }
  const code = text.trim()
  if (/^https?:\/\//i.test(code)) return idIn(code, /\/products?\/([^/?#]+)\/?(?:[?#]|$)/)
  return ID.test(code) ? code : null
}
