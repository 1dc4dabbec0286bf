/** @typedef {'zh' | 'en'} Language */
/** @typedef {keyof typeof TEXT} TextKey */

const TEXT = {
  desk: ['店主', 'Merchant'],
  orders: ['订单', 'Orders'],
  reviews: ['评价', 'Reviews'],
  shelf: ['库存与价格', 'Stock & price'],
  coupons: ['优惠券', 'Coupons'],
  byMagento: [
    '这家店由 Magento 管理：这里做的，就是店主在 Magento 后台做的。',
    'Magento runs this shop: what is done here is done as in its admin.',
  ],
  noOrders: ['还没有订单。在手机里下一单试试。', 'No order yet. Place one on the phone.'],
  noReviews: ['没有等待审核的评价。', 'No review is waiting.'],
  noCoupons: ['还没有优惠券。', 'No coupon yet.'],
  noProducts: ['没有找到商品。', 'Nothing found.'],
  carrier: ['快递', 'Carrier'],
  waybill: ['运单号', 'Tracking number'],
  ship: ['发货', 'Ship'],
  refund: ['退款', 'Refund'],
  refundable: ['可退', 'Refundable'],
  reply: ['回复（可不填）', 'Reply (optional)'],
  publish: ['通过', 'Publish'],
  refuse: ['不通过', 'Refuse'],
  anonymous: ['匿名', 'Anonymous'],
  stars: ['星', 'stars'],
  search: ['找商品', 'Find goods'],
  stock: ['库存', 'Stock'],
  price: ['价格（元）', 'Price (yuan)'],
  available: ['现在可售', 'can be sold now'],
  change: ['修改', 'Change'],
  changed: ['已修改', 'Changed'],
  back: ['返回', 'Back'],
  code: ['券码', 'Code'],
  couponName: ['名称', 'Name'],
  benefit: ['优惠', 'Benefit'],
  fixed: ['减多少元', 'Yuan off'],
  percent: ['减百分之几', 'Percent off'],
  amount: ['数额', 'How much'],
  threshold: ['满多少元可用', 'From (yuan)'],
  limit: ['共几张（空：不限）', 'How many (empty: no limit)'],
  makeCoupon: ['保存优惠券', 'Save the coupon'],
  saved: ['已保存', 'Saved'],
  used: ['已用', 'used'],
  from: ['满', 'from'],
  any: ['无门槛', 'no minimum'],
}

const STATES = {
  pending_payment: ['待付款', 'Unpaid'],
  paid: ['待发货', 'To ship'],
  shipped: ['已发货', 'Shipped'],
  completed: ['已完成', 'Completed'],
  cancelled: ['已取消', 'Cancelled'],
  refunded: ['已退款', 'Refunded'],
  on_hold: ['已挂起', 'On hold'],
}

/** @type {Record<string, [string, string]>} */
const REFUSALS = {
  order_not_paid: [
    '这笔订单还没有付款，或已经取消，不能发货。',
    'This order is not paid, or was cancelled: it cannot be sent.',
  ],
  more_than_ordered: ['已经全部发出，没有可以再发的了。', 'Everything has been sent already.'],
  nothing_to_refund: ['这笔订单没有可以退的钱了。', 'There is nothing left to refund.'],
  stock_reserved: [
    '不能比未付款订单占着的还少。等它们付款或过期后再改。',
    'Unpaid orders hold more than that. Wait until they are paid or expire.',
  ],
  not_found: ['没有找到，可能刚刚被改过。', 'Not found: it may just have changed.'],
  not_supported: ['这家店的系统不支持这样做。', 'The system behind this shop does not do that.'],
  validation_failed: ['填写的内容不对，请检查', 'Something typed is not right, please check'],
  commerce_unavailable: [
    '店铺系统暂时没有回应，请稍后再试。',
    'The shop system does not answer. Try again in a moment.',
  ],
  overloaded: ['店里正忙，请稍后再试。', 'The shop is busy. Try again in a moment.'],
  rate_limited: ['操作太快了，请稍后再试。', 'Too fast. Try again in a moment.'],
  desk_unavailable: ['联系不上店铺。它可能正在重新启动。', 'The shop does not answer. It may be restarting.'],
}

/** What a field is called on the page; what the desk calls it is for a developer. @type {Record<string, TextKey>} */
const FIELDS = {
  trackingNumber: 'waybill',
  carrier: 'carrier',
  pieces: 'stock',
  price: 'price',
  compareAt: 'price',
  reply: 'reply',
  code: 'code',
  name: 'couponName',
  amount: 'amount',
  percent: 'amount',
  threshold: 'threshold',
  usageLimit: 'limit',
}

/** The page's words in one language. */
export class Words {
  /** @param {Language} language */
  constructor(language) {
    this.language = language
  }

  /** @param {TextKey} key */
  say(key) {
    return this.pick(TEXT[key])
  }

  /** @param {keyof typeof STATES} state */
  state(state) {
    return this.pick(STATES[state])
  }

  /**
   * A sentence that says what to do; the field, where one is wrong; for what has no sentence, what was answered.
   * @param {unknown} error
   */
  refusal(error) {
    const { code = 'internal', detail = '' } = /** @type {{ code?: string, detail?: string }} */ (error)
    const known = REFUSALS[code]
    if (!known) return this.pick([`没有成功：${detail || code}`, `It did not work: ${detail || code}`])
    if (code !== 'validation_failed') return this.pick(known)
    const field = FIELDS[detail]
    return this.pick(known) + this.pick(['：', ': ']) + (field ? this.say(field) : detail)
  }

  /** @param {readonly string[]} pair */
  pick([zh = '', en = '']) {
    return this.language === 'zh' ? zh : en
  }
}
