import { type ApiStandIn, startApiStandIn } from '../testing/api-stand-in'
import { createExpress } from './express'
import { createWechatServer } from './server'

const TRACE = '/cgi-bin/express/delivery/open_msg/trace_waybill'
const QUERY = '/cgi-bin/express/delivery/open_msg/query_trace'
const LIST = '/cgi-bin/express/delivery/open_msg/get_delivery_list'

let wechat: ApiStandIn
beforeEach(async () => {
  wechat = await startApiStandIn()
  wechat.on('/cgi-bin/stable_token', { access_token: 'T', expires_in: 7200 })
})
afterEach(() => wechat.close())

const express = () =>
  createExpress(createWechatServer({ appid: 'wx0', secret: 's', apiUrl: wechat.url, retryDelayMs: 1 }))

const waybill = {
  openid: 'o1',
  receiverPhone: '13800138000',
  waybillId: 'SF1234567890',
  deliveryId: 'SF',
  transactionId: '4200000000',
  orderPath: 'trade/order/index?id=1',
  goods: [{ name: '灯'.repeat(80), pictureUrl: 'https://shop.example/lamp.webp' }],
}

test('a parcel is told of in WeChat’s words, with names as long as it takes', async () => {
  wechat.on(TRACE, { errcode: 0, errmsg: 'ok', waybill_token: 'W' })
  expect(await express().traceWaybill(waybill)).toEqual({ waybillToken: 'W' })
  expect(JSON.parse(String(wechat.to(TRACE)[0]!.body))).toEqual({
    openid: 'o1',
    receiver_phone: '13800138000',
    waybill_id: 'SF1234567890',
    delivery_id: 'SF',
    trans_id: '4200000000',
    order_detail_path: 'trade/order/index?id=1',
    goods_info: { detail_list: [{ goods_name: '灯'.repeat(60), goods_img_url: 'https://shop.example/lamp.webp' }] },
  })
})

test.each([
  [0, 'unknown'],
  [1, 'collected'],
  [2, 'moving'],
  [3, 'delivering'],
  [4, 'signed'],
  [5, 'trouble'],
  [6, 'signed_by_other'],
  [14, 'trouble'],
])('status %i is %s', async (status, meant) => {
  wechat.on(QUERY, { errcode: 0, waybill_info: { waybill_id: 'SF1', status } })
  expect(await express().queryTrace('o1', 'W')).toBe(meant)
})

test('carriers have an id and a name', async () => {
  wechat.on(LIST, { errcode: 0, count: 1, delivery_list: [{ delivery_id: 'SF', delivery_name: '顺丰速运' }] })
  expect(await express().carriers()).toEqual([{ id: 'SF', name: '顺丰速运' }])
})

test('an answer without what was asked for is WeChat being unwell, and a refusal is told as one', async () => {
  wechat.on(TRACE, { errcode: 0 })
  await expect(express().traceWaybill(waybill)).rejects.toMatchObject({ kind: 'system' })
  wechat.on(QUERY, { errcode: 0 })
  await expect(express().queryTrace('o1', 'W')).rejects.toMatchObject({ kind: 'system' })
  wechat.on(LIST, { errcode: 48001, errmsg: 'api unauthorized' })
  await expect(express().carriers()).rejects.toMatchObject({ kind: 'not-authorised' })
})

test('a question is asked again when the line breaks, telling of a parcel is not', async () => {
  wechat.on(QUERY, 'hang-up', { errcode: 0, waybill_info: { status: 2 } })
  expect(await express().queryTrace('o1', 'W')).toBe('moving')
  wechat.on(TRACE, 'hang-up', { errcode: 0, waybill_token: 'W' })
  await expect(express().traceWaybill(waybill)).rejects.toMatchObject({ kind: 'network' })
})
