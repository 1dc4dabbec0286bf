/** @typedef {'zh' | 'en'} Language */
/** @typedef {keyof typeof TEXT} TextKey */

const TEXT = {
  desk: ['店主', 'Merchant'],
  orders: ['订单', 'Orders'],
  afterSales: ['售后', 'After-sale'],
  fapiao: ['发票', 'Fapiao'],
  fapiaoNumber: ['发票号码', 'Fapiao number'],
  fapiaoReason: ['原因', 'Reason'],
  reviews: ['评价', 'Reviews'],
  shelf: ['库存与价格', 'Stock & price'],
  coupons: ['优惠券', 'Coupons'],
  shipping: ['运费', 'Delivery'],
  home: ['首页', 'Home'],
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
  pickup: ['自提', 'Pick-up'],
  ready: ['备好了', 'Ready'],
  collect: ['核销取货', 'Hand over'],
  pickupCode: ['取货码', 'Pick-up code'],
  refund: ['退款', 'Refund'],
  refunded: ['已退', 'Sent back'],
  refundAmount: ['退多少元，最多', 'Yuan to send back, at most'],
  refundWhy: ['退款原因（买家会看到）', 'Reason (the shopper reads it)'],
  refundReason: ['商家退款', 'Refund by the shop'],
  restock: ['商品已收回，可以再卖', 'The goods are back and can be sold'],
  refundSent: ['已提交退款，微信会原路退回', 'On its way back through WeChat'],
  abnormal: ['微信没能退到账，请到商户平台处理。', 'WeChat could not pay it out: see the merchant platform.'],
  closed: ['微信关闭了这笔退款，可以再退一次。', 'WeChat closed this refund. It can be sent again.'],
  untold: [
    '微信没有收下发货信息，请到公众平台录入。',
    'WeChat did not take the shipping information: enter it in its console.',
  ],
  remark: ['备注：', 'Remark:'],
  cancelledWhy: ['取消原因：', 'Cancelled because:'],
  reply: ['回复（可不填）', 'Reply (optional)'],
  followUpTo: ['追评，原评价：', 'Added to:'],
  picture: ['评价图片', 'Picture of the review'],
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
  stackable: ['可叠加', 'Can be combined'],
  limit: ['共几张（空：不限）', 'How many (empty: no limit)'],
  fee: ['运费（元）', 'Fee (yuan)'],
  freeFrom: ['满多少元包邮（空：不包邮）', 'Free from (yuan, empty: never)'],
  undeliverable: ['不配送的地方（用、隔开）', 'Not delivered to (with 、)'],
  saveShipping: ['保存运费', 'Save'],
  makeCoupon: ['保存优惠券', 'Save the coupon'],
  saved: ['已保存', 'Saved'],
  used: ['已用', 'used'],
  from: ['满', 'from'],
  any: ['无门槛', 'no minimum'],
  homeJson: ['首页内容（JSON）', 'Home page (JSON)'],
  homeFits: ['写得对，可以发布。', 'This fits and can be published.'],
  homeLater: ['定时（空：立即）', 'When (empty: now)'],
  homeLoad: ['重新载入', 'Load again'],
  homePreview: ['在手机上预览', 'Preview on the phone'],
  homePreviewAt: ['手机打开：', 'On the phone open'],
  homePublish: ['发布', 'Publish'],
  homePublished: ['已发布', 'Published'],
  homePlanned: ['到时间就会换上', 'It will be shown at its time'],
  ownPictures: ['自己的图片', 'Own pictures'],
  picturesHow: [
    '自己的图片：选一个文件，再点图片，就放到光标处（首页里写作 "picture"）。30 天没有用到的会自动删除。',
    'Own pictures: choose a file, then a picture to put it at the cursor (as the "picture" of a block). Unused ones go after 30 days.',
  ],
  sendPicture: ['选一张图片', 'Choose a picture'],
  putPicture: ['放进首页', 'Put in'],
  pictureSent: ['已上传', 'Sent'],
  pictureUsed: ['首页用到了', 'Used on a home page'],
  pictureUnused: ['还没有用到', 'Not used yet'],
  homeVersions: ['发布过的首页', 'Published home pages'],
  homeVersion: ['版本', 'Version'],
  homeRestore: ['恢复这一版', 'Have it back'],
  homeWithdraw: ['取消定时', 'Call it off'],
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

/** Why shoppers cancel. @type {Record<string, [string, string]>} */
const REASONS = {
  changed_mind: ['不想要了', 'Changed their mind'],
  wrong_goods: ['商品或规格选错了', 'The wrong goods or option'],
  wrong_address: ['收货信息填错了', 'The wrong address or telephone'],
  price: ['价格或优惠不合适', 'The price or the offer'],
  payment: ['支付遇到问题', 'Trouble paying'],
  other: ['其他原因', 'Something else'],
}

/** @type {Record<string, [string, string]>} */
const VERSIONS = {
  scheduled: ['等待上线', 'Planned'],
  current: ['正在展示', 'Shown now'],
  past: ['旧版', 'Earlier'],
  withdrawn: ['已取消', 'Called off'],
}

/** @type {Record<string, [string, string]>} */
const REFUSALS = {
  home_changed: [
    '别人刚刚改过首页。请重新载入，再改一次。',
    'Somebody has just changed the home page. Load it again and change it anew.',
  ],
  order_not_paid: [
    '这笔订单还没有付款，或已经取消，不能发货。',
    'This order is not paid, or was cancelled: it cannot be sent.',
  ],
  pickup_not_ready: ['还没有备好，请先点“备好了”。', 'It is not ready yet: say so first.'],
  already_collected: ['已经取走了。', 'It has been handed over already.'],
  other_store: ['这个取货码属于另一家店。', 'This code is for another store.'],
  after_sale_moved: ['售后的状态刚刚变了，请看最新的。', 'It has just changed: look at how it stands.'],
  replacement_sold_out: ['要换的货不够了，可以改为退货退款。', 'There are too few to exchange. Refund it instead.'],
  after_sale_too_much: ['这笔钱已经退过了，没有剩的了。', 'That money has gone back already.'],
  fapiao_issued: ['这张发票已经开具了。', 'This fapiao has been issued.'],
  fapiao_not_requested: [
    '这笔订单没有申请发票，或已经处理了。',
    'This order waits for no fapiao: perhaps it was dealt with.',
  ],
  payload_too_large: [
    '文件太大：发票 PDF 最多 1 MB，图片最多 10 MB。',
    'The file is too large: a PDF of 1 MB, a picture of 10 MB at most.',
  ],
  refund_on_its_way: ['这笔订单正在退款，先不要发货。', 'Money for this is on its way back: do not send it.'],
  more_than_paid: [
    '比这笔订单剩下能退的多了，请看最新的金额。',
    'That is more than is left of this order: look at how much it is.',
  ],
  more_than_ordered: ['没有这么多件可以处理了，请看最新的。', 'There are not that many left: look at how it stands.'],
  nothing_to_refund: ['这笔订单没有可以退的钱了。', 'There is nothing left to refund.'],
  stock_reserved: [
    '不能比未付款订单占着的还少。等它们付款或过期后再改。',
    'Unpaid orders hold more than that. Wait until they are paid or expire.',
  ],
  not_found: ['没有找到，可能刚刚被改过。', 'Not found: it may just have changed.'],
  not_supported: ['这家店的系统不支持这样做。', 'The system behind this shop does not do that.'],
  upload_not_a_picture: [
    '这不是能用的图片，请换一张 JPEG、PNG 或 WebP。',
    'This is no picture we can use: JPEG, PNG or WebP.',
  ],
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
  fee: 'fee',
  freeFrom: 'freeFrom',
  undeliverable: 'undeliverable',
  number: 'fapiaoNumber',
  reason: 'fapiaoReason',
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

  /** How a version of the home page stands. @param {string} state */
  version(state) {
    return this.pick(VERSIONS[state] ?? [state, state])
  }

  /** Why a shopper cancelled. @param {string} reason */
  reason(reason) {
    return this.pick(REASONS[reason] ?? REASONS.other ?? [])
  }

  /** 催发货. @param {{ times: number, since: string }} reminder */
  reminded({ times, since }) {
    const from = new Date(since).toLocaleString(this.language === 'zh' ? 'zh-CN' : 'en')
    return this.pick([`买家催发货 ${times} 次，最早在 ${from}`, `Asked to be sent ${times}×, first on ${from}`])
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
