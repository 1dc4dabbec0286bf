import type { CareTimes, CommerceBackend } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { createExpress, createShippingInfo, type WechatServer } from '@xiaopu/wechat'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../../clock'
import { joinHandlers } from '../../jobs/event-handlers'
import type { Sweep } from '../../jobs/sweep'
import { createMailer, type MailSettings } from '../../mail/mailer'
import type { Cases } from '../after-sales/cases'
import { createFapiaoBook } from '../fapiao/book'
import { createFapiaoDesk } from '../fapiao/desk'
import { createFapiaoMailing } from '../fapiao/mailing'
import { fapiaoHandlers } from '../fapiao/routes'
import { createFapiaoTitles } from '../fapiao/titles'
import { logisticsHandlers } from '../logistics/routes'
import { createLogistics } from '../logistics/service'
import type { PictureView } from '../media/picture-view'
import type { Orders } from '../orders/service'
import type { PaymentBook } from '../payments/book'
import type { Payments } from '../payments/service'
import { createShippingInfoDesk } from '../shipping-info/service'
import { createCareBook } from './book'
import { createReceiptBook } from './receipt-book'
import { createReceipts } from './receipts'
import { orderCareHandlers } from './routes'
import { createOrderCare } from './service'

interface Needs {
  db: Sql
  backend: CommerceBackend
  wechat: Pick<WechatServer, 'call'>
  payments: Payments
  paymentBook: PaymentBook
  afterSales: Pick<Cases, 'pausesOf'>
  picture: PictureView
  clock: Clock
  log: FastifyBaseLogger
  publicUrl: string
  /** Without it no fapiao is mailed. */
  mail: MailSettings | undefined
  /** The Mini Program, and whether WeChat is told what it sends. */
  shippingUpload: { appid: string; setting: 'auto' | 'on' | 'off' }
  times: CareTimes
}

/** What becomes of an order besides its payment: reminders, receipt, parcels, fapiao. */
export function createOrderCareModule(needs: Needs) {
  const { db, backend, wechat, payments, paymentBook, afterSales, picture, clock, log, publicUrl, mail, times } = needs
  const express = createExpress(wechat)
  const fapiao = createFapiaoBook(db, clock, publicUrl, mail !== undefined)
  const desk = createFapiaoDesk({ backend, payments, book: fapiao, clock })
  const care = createOrderCare({
    ...{ backend, payments, book: createCareBook(db, clock), fapiao, afterSales, clock, times },
  })
  const logistics = createLogistics({
    db,
    backend,
    express,
    payments: paymentBook,
    picture,
    noPicture: publicUrl,
    clock,
    log,
  })
  const shipping = createShippingInfoDesk({
    ...{ db, backend, express, shipping: createShippingInfo(wechat), payments: paymentBook, clock, log },
    ...needs.shippingUpload,
  })
  const receipts = createReceipts({
    ...{ backend, book: createReceiptBook(db, clock), of: care.of, isReceived: shipping.isReceived },
    ...{ payments: paymentBook, clock, times, log },
  })
  const sweeps: Sweep[] = [
    { name: 'receipts', everySeconds: 300, run: receipts.receiveDue },
    { name: 'wechat-receipts', everySeconds: 600, run: receipts.askWechat },
    { name: 'shipping-info', everySeconds: 30, run: shipping.tellAll },
    ...(mail
      ? [
          {
            name: 'fapiao-mails',
            everySeconds: 30,
            run: createFapiaoMailing({ db, backend, clock, log, mailer: createMailer(mail) }).sendAll,
          },
        ]
      : []),
    { name: 'parcels', everySeconds: 600, run: logistics.askForAll },
  ]
  const handlers = (orders: Pick<Orders, 'get'>) => ({
    ...orderCareHandlers(care, orders),
    ...fapiaoHandlers(desk, createFapiaoTitles(db, clock), orders),
    ...logisticsHandlers(logistics),
  })
  const events = joinHandlers(care.events, receipts.events, desk.events, logistics.events, shipping.events)
  return { care, fapiao, shipping, sweeps, events, wechatEvents: receipts.wechatEvents, handlers }
}
