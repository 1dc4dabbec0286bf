import { type ConformanceShop, describeCommerceBackend } from '@xiaopu/commerce/conformance'
import type { MagentoProfile } from '@xiaopu/magento-stand-in'
import { DEFAULT_RULES } from '.'
import { openStand } from './testing/stand'

jest.setTimeout(60_000)

const PROFILES: { profile: MagentoProfile; stock: 'exact' | 'flag' }[] = [
  { profile: { version: '2.4.9', edition: 'opensource' }, stock: 'exact' },
  // Before 2.4.8 a shopper is told in stock or not; tokens come from a password there.
  { profile: { version: '2.4.7', edition: 'opensource' }, stock: 'flag' },
]

for (const { profile, stock } of PROFILES) {
  describeCommerceBackend(`commerce on a stand-in Magento ${profile.version} (${profile.edition})`, {
    capabilities: { stock, soldCounts: false, reservesStock: true, refundsByMerchant: true },
    maxPerOrder: DEFAULT_RULES.maxPerOrder,
    setUp: () => openShop(profile),
  })
}

async function openShop(profile: MagentoProfile): Promise<ConformanceShop> {
  const { backend, control, advance, close } = await openStand({ profile })
  return {
    backend,
    setStock: async (code, pieces) => control.setStock(code, pieces),
    setPrice: async (code, fen) => control.setPrice(code, fen / 100),
    putOffSale: async (code) => control.putOffSale(code),
    putOnSale: async (code) => control.putOnSale(code),
    refund: async ({ number }, fen) => {
      control.refundOrder(number, fen / 100)
      await backend.syncOrders()
    },
    advance,
    tearDown: close,
  }
}
