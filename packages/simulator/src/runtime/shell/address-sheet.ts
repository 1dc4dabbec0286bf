import type { Address, InvoiceTitle } from '../device/sandbox'
import { h } from './dom'

/** WeChat's address book, as `wx.chooseAddress` opens it. */
export function addressSheet(list: Address[], done: (address: Address | null) => void): HTMLElement {
  const where = (one: Address) =>
    [one.provinceName, one.cityName === one.provinceName ? '' : one.cityName, one.countyName, one.detailInfo].join('')
  return listPage(
    '选择收货地址',
    '还没有收货地址',
    done,
    list.map((one) => ({
      value: one,
      title: `${one.userName} ${one.telNumber}`,
      detail: where(one),
    })),
  )
}

/** WeChat's invoice titles, as `wx.chooseInvoiceTitle` opens them. */
export function invoiceSheet(list: InvoiceTitle[], done: (title: InvoiceTitle | null) => void): HTMLElement {
  return listPage(
    '选择发票抬头',
    '还没有发票抬头',
    done,
    list.map((one) => ({
      value: one,
      title: one.title,
      detail: String(one.type) === '0' ? `单位 · 税号 ${one.taxNumber}` : '个人',
    })),
  )
}

interface Row<T> {
  value: T
  title: string
  detail: string
}

function listPage<T>(title: string, empty: string, done: (value: T | null) => void, rows: Row<T>[]): HTMLElement {
  return h(
    'section',
    { class: 'native-page', role: 'dialog', 'aria-modal': 'true', 'aria-label': title },
    h('header', {}, h('button', { class: 'text', onclick: () => done(null) }, '取消'), h('h2', {}, title)),
    rows.length === 0 ? h('p', { class: 'empty' }, empty) : null,
    h(
      'div',
      { class: 'rows' },
      ...rows.map((row) =>
        h(
          'button',
          { class: 'row', onclick: () => done(row.value) },
          h('strong', {}, row.title),
          h('small', {}, row.detail),
        ),
      ),
    ),
  )
}
