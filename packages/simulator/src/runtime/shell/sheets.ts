import type { Address, InvoiceTitle, PayAnswer, PaymentSheet, ReceiptSheet } from '../device/sandbox'
import { addressSheet, invoiceSheet } from './address-sheet'
import { avatarSheet } from './avatar-sheet'
import { type ActionSheet, actionSheet, type Modal, type ModalAnswer, modal } from './dialogs'
import { documentPage, type OpenedDocument } from './document-page'
import { type MapPlace, mapPage } from './map-page'
import { openOverlay } from './overlay'
import { paymentSheet } from './payment-sheet'
import { permissionPrompt } from './permission-prompt'
import { type PickedPicture, pictureSheet } from './picture-sheet'
import { pictureViewer } from './picture-viewer'
import { type ReceiptAnswer, receiptSheet } from './receipt-sheet'
import { scanSheet } from './scan-sheet'
import { type ScopeRow, settingsPage } from './settings-page'
import { type SharedCard, shareSheet } from './share-sheet'
import { subscribeSheet } from './subscribe-sheet'
import { type MomentOptions, momentSheet, type WheelOptions, wheelSheet } from './wheel-sheet'

/** Everything WeChat itself draws over a Mini Program. Each call resolves when the person has answered. */
export class Sheets {
  /** What the settings page lists and how it writes back; set by the host. */
  scopes: { rows(): ScopeRow[]; set(scope: string, allowed: boolean): void } = { rows: () => [], set: () => {} }

  constructor(private readonly layer: HTMLElement) {}

  modal = (options: Modal): Promise<ModalAnswer> => openOverlay(this.layer, (done) => modal(options, done))
  actions = (options: ActionSheet): Promise<number | null> =>
    openOverlay(this.layer, (done) => actionSheet(options, done))
  message = (title: string, content: string): Promise<ModalAnswer> => this.modal({ title, content, showCancel: false })
  confirm = (title: string, content: string, confirmText = '确定', cancelText = '取消'): Promise<boolean> =>
    this.modal({ title, content, confirmText, cancelText }).then(({ confirm }) => confirm)
  addresses = (list: Address[]): Promise<Address | null> => openOverlay(this.layer, (done) => addressSheet(list, done))
  invoiceTitles = (list: InvoiceTitle[]): Promise<InvoiceTitle | null> =>
    openOverlay(this.layer, (done) => invoiceSheet(list, done))
  payment = (sheet: PaymentSheet, pay: (password: string) => Promise<PayAnswer>): Promise<PayAnswer> =>
    openOverlay(this.layer, (done) => paymentSheet(sheet, pay, done))
  receipt = (sheet: ReceiptSheet, confirm: () => Promise<unknown>): Promise<ReceiptAnswer> =>
    openOverlay(this.layer, (done) => receiptSheet(sheet, confirm, done))
  permission = (app: string, title: string, description: string): Promise<boolean> =>
    openOverlay(this.layer, (done) => permissionPrompt(app, title, description, done))
  settings = (): Promise<void> =>
    openOverlay(this.layer, (done) => settingsPage(this.scopes.rows(), (scope, on) => this.scopes.set(scope, on), done))
  map = (place: MapPlace): Promise<void> => openOverlay(this.layer, (done) => mapPage(place, done))
  document = (opened: OpenedDocument): Promise<void> => openOverlay(this.layer, (done) => documentPage(opened, done))
  pictures = (urls: string[], current: number): Promise<void> =>
    openOverlay(this.layer, (done) => pictureViewer(urls, current, done))
  /** Pictures of the album, at most `count`; null: the person changed their mind. */
  album = (count: number): Promise<PickedPicture[] | null> =>
    openOverlay(this.layer, (done) => pictureSheet(count, done))
  scan = (): Promise<string | null> => openOverlay(this.layer, (done) => scanSheet(done))
  share = (card: SharedCard): Promise<void> => openOverlay(this.layer, (done) => shareSheet(card, done))
  subscribe = (ids: string[]): Promise<Record<string, 'accept' | 'reject'>> =>
    openOverlay(this.layer, (done) => subscribeSheet(ids, done))
  wheels = (options: WheelOptions): Promise<number[] | null> =>
    openOverlay(this.layer, (done) => wheelSheet(options, done))
  moment = (options: MomentOptions): Promise<string | null> =>
    openOverlay(this.layer, (done) => momentSheet(options, done))
  avatar = (): Promise<string | null> => openOverlay(this.layer, (done) => avatarSheet(done))

  /** Takes away whatever is open, unanswered: the Mini Program restarts. */
  clear(): void {
    this.layer.querySelectorAll('.overlay').forEach((overlay) => {
      overlay.remove()
    })
  }
}
