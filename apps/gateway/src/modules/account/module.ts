import type { CommerceBackend } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { WechatServer } from '@xiaopu/wechat'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../../clock'
import { addressPart } from '../addresses/personal'
import type { AddressBook } from '../addresses/service'
import { afterSalesPart } from '../after-sales/personal'
import { cartPart } from '../cart/personal'
import { checkoutPart } from '../checkout/personal'
import type { TextCheck } from '../content-safety/text-check'
import { fapiaoParts } from '../fapiao/personal'
import { identityParts } from '../identity/personal'
import type { Identity } from '../identity/service'
import { keepsakeParts } from '../keepsakes/personal'
import type { PictureView } from '../media/picture-view'
import { messagesPart } from '../messages/personal'
import { orderCarePart } from '../order-care/personal'
import type { IdempotencyKeys } from '../orders/idempotency'
import { ordersPart } from '../orders/personal'
import { paymentsPart } from '../payments/personal'
import { restockPart } from '../restock/personal'
import { reviewsPart } from '../reviews/personal'
import { myStorePart } from '../stores/personal'
import { uploadsPart } from '../uploads/personal'
import type { Uploads } from '../uploads/service'
import { walletPart } from '../wallet/personal'
import { createAvatarCheck } from './avatar-check'
import { createDeletion } from './deletion'
import type { PersonalPart } from './personal-part'
import { createProfile } from './profile'
import { createRevocation } from './revocation'
import { accountHandlers } from './routes'

interface Needs {
  db: Sql
  backend: CommerceBackend
  wechat: WechatServer
  identity: Identity
  addressBook: AddressBook
  uploads: Uploads
  checkText: TextCheck
  picture: PictureView
  keys: IdempotencyKeys
  clock: Clock
  log: FastifyBaseLogger
  appid: string
  /** Whether what WeChat pushes is heard. */
  hears: boolean
}

/** A shopper's own account: what they say of themselves, what is kept of them, and its end. */
export function createAccountModule(needs: Needs) {
  const { db, backend, wechat, identity, addressBook, uploads, checkText, picture, keys, clock, log } = needs
  const { appid, hears } = needs
  const parts: PersonalPart[] = [
    ...identityParts(db),
    addressPart(addressBook),
    ...keepsakeParts(db),
    walletPart(db),
    cartPart(backend),
    checkoutPart(db),
    ordersPart(backend),
    orderCarePart(db),
    ...fapiaoParts(db),
    paymentsPart(db),
    afterSalesPart(db),
    restockPart(db),
    messagesPart(db),
    reviewsPart(db, backend),
    uploadsPart(db),
    myStorePart(db),
  ]
  const avatarCheck = createAvatarCheck({ db, wechat, uploads, picture, clock, log })
  const profile = createProfile({
    ...{ db, wechat, checkText, uploads, picture, clock },
    avatarCheck: hears ? avatarCheck : null,
  })
  const deletion = createDeletion({ db, backend, parts, keys, clock, log })
  return {
    parts,
    handlers: accountHandlers({ identity, profile, deletion, parts, clock }),
    /** What WeChat pushes about people. */
    wechatEvents: { ...createRevocation({ db, appid, deletion, log }), wxa_media_check: avatarCheck.answered },
    sweeps: [
      { name: 'departures', everySeconds: 60, run: deletion.settleDepartures },
      ...(hears ? [{ name: 'avatars', everySeconds: 300, run: avatarCheck.askAgain }] : []),
    ],
  }
}
