import type { CommerceBackend } from '../port/backend'
import type { ConformanceProduct } from './catalogue'
import type { Bench, Conformance, ConformanceShop } from './shop'

/** The shop under test: tests are described before it opens, and run after. */
export class OpenedShop implements Bench {
  readonly shop: ConformanceShop = later(() => this.touching)
  readonly backend: CommerceBackend = later(() => this.opened?.backend)
  private opened: ConformanceShop | undefined
  private touching: ConformanceShop | undefined
  private readonly touched = new Set<string>()
  private readonly related = new Set<string>()
  private readonly keptFrom = new Set<string>()
  private readonly skus = new Map<string, string>()
  private readonly products = new Map<string, string>()

  constructor(
    readonly conformance: Conformance,
    private readonly catalogue: readonly ConformanceProduct[],
  ) {}

  async open(): Promise<void> {
    const opened = await this.conformance.setUp()
    const noting =
      <Rest extends unknown[]>(change: (code: string, ...rest: Rest) => Promise<void>) =>
      (code: string, ...rest: Rest) => {
        this.touched.add(code)
        return change(code, ...rest)
      }
    this.opened = opened
    this.touching = {
      ...opened,
      setStock: noting(opened.setStock),
      setPrice: noting(opened.setPrice),
      putOffSale: noting(opened.putOffSale),
      relate: (slug, related) => {
        this.related.add(slug)
        return opened.relate(slug, related)
      },
      keepFrom: async (slug, places) => {
        this.keptFrom.add(slug)
        await opened.keepFrom?.(slug, places)
      },
    }
    const { catalog } = opened.backend
    const page = await catalog.products({ locale: 'en' }, { sort: 'relevance', limit: 50 })
    for (const { id, name } of page!.items) {
      this.products.set(this.catalogue.find((product) => product.name.en === name)!.slug, id)
      const product = await catalog.product({ locale: 'en' }, id)
      for (const sku of product!.skus) this.skus.set(sku.code, sku.id)
    }
  }

  /** Puts back what a test has done to stock, prices, deliveries and what is related, whether it passed or not. */
  async restore(): Promise<void> {
    for (const { code, stock, price } of this.catalogue.flatMap(({ skus }) => skus)) {
      if (!this.touched.delete(code)) continue
      await this.opened?.setStock(code, stock)
      await this.opened?.setPrice(code, price)
      await this.opened?.putOnSale(code)
    }
    for (const slug of this.related) await this.opened?.relate(slug, [])
    this.related.clear()
    for (const slug of this.keptFrom) await this.opened?.keepFrom?.(slug, [])
    this.keptFrom.clear()
  }

  async close(): Promise<void> {
    await this.opened?.tearDown()
  }

  sku(code: string): string {
    return found(this.skus, code)
  }

  product(slug: string): string {
    return found(this.products, slug)
  }
}

function found(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The shop under test does not show ${name}`)
  return id
}

/** Stands for something that is there once the tests run; its parts may be named before. */
function later<Thing extends object>(get: () => Thing | undefined): Thing {
  return new Proxy({} as Thing, {
    get(_, key) {
      const thing = get()
      if (!thing) return later(() => get()?.[key as keyof Thing] as object | undefined)
      const member = thing[key as keyof Thing]
      return typeof member === 'function' ? member.bind(thing) : member
    },
  })
}
