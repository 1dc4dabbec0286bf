import { createShopApi } from '../desk/shop-api'

const forever = { startsAt: null, endsAt: null, validUntil: null }
const noNote = { 'zh-CN': '', en: '' }

/** Coupons to take, by the id of their campaign, as the gateway takes their terms; the codes are those of seed/coupons.csv. */
export const DEMO_CAMPAIGNS = {
  gift: {
    ...forever,
    code: 'GIFT20',
    name: { 'zh-CN': '见面礼', en: 'A gift for you' },
    benefit: { 'zh-CN': '满 99 减 20', en: '¥20 off from ¥99' },
    note: noNote,
    stock: null,
    perShopper: 1,
    validDays: 7,
    atTill: false,
  },
  gather: {
    ...forever,
    code: 'GATHER50',
    name: { 'zh-CN': '换季添置券', en: 'For the new season' },
    benefit: { 'zh-CN': '满 400 减 50', en: '¥50 off from ¥400' },
    note: { 'zh-CN': '数量不多，先到先得', en: 'While they last' },
    stock: 18,
    perShopper: 1,
    // Few enough days to be counted aloud.
    validDays: 3,
    atTill: false,
  },
  store: {
    ...forever,
    code: 'STORE90',
    name: { 'zh-CN': '门店同享券', en: 'Online and in our stores' },
    benefit: { 'zh-CN': '满 200 打 9 折', en: '10% off from ¥200' },
    note: { 'zh-CN': '线上下单或到店结账都可以用', en: 'At checkout here, or at the till' },
    stock: null,
    perShopper: 1,
    validDays: 30,
    atTill: true,
  },
}

/** Offers what is not offered yet, as a merchant would; terms somebody has changed since stay. */
export async function offerCampaigns(gatewayUrl: string, ownerToken: string): Promise<void> {
  const ask = createShopApi(gatewayUrl, ownerToken)
  const { campaigns } = await ask<{ campaigns: { id: string }[] }>('GET', '/v1/merchant/campaigns')
  const known = new Set(campaigns.map(({ id }) => id))
  for (const [id, body] of Object.entries(DEMO_CAMPAIGNS))
    if (!known.has(id)) await ask('PUT', `/v1/merchant/campaigns/${id}`, { body })
}
