import { sourceOf } from './purchase-source'

test.each([
  [{}, { kind: 'cart' }],
  [{ quantity: '3' }, { kind: 'cart' }],
  [
    { sku: 'mug-sand', quantity: '3' },
    { kind: 'direct', skuId: 'mug-sand', quantity: 3 },
  ],
  [{ sku: 'mug-sand' }, { kind: 'direct', skuId: 'mug-sand', quantity: 1 }],
  [
    { sku: 'mug-sand', quantity: '0' },
    { kind: 'direct', skuId: 'mug-sand', quantity: 1 },
  ],
  [
    { sku: 'mug-sand', quantity: '-2' },
    { kind: 'direct', skuId: 'mug-sand', quantity: 1 },
  ],
  [
    { sku: 'mug-sand', quantity: '1e9' },
    { kind: 'direct', skuId: 'mug-sand', quantity: 1 },
  ],
  [
    { sku: 'mug-sand', quantity: '9999' },
    { kind: 'direct', skuId: 'mug-sand', quantity: 999 },
  ],
])('%j buys %j', (link, source) => expect(sourceOf(link)).toEqual(source))
