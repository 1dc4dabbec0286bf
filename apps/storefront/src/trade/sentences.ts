import { addSentences } from '../i18n'
import { address } from '../i18n/messages/address'
import { afterSale } from '../i18n/messages/after-sale'
import { care } from '../i18n/messages/care'
import { checkout } from '../i18n/messages/checkout'
import { delivery } from '../i18n/messages/delivery'
import { fapiao } from '../i18n/messages/fapiao'
import { messageAsk } from '../i18n/messages/message-ask'
import { order } from '../i18n/messages/order'
import { pickup } from '../i18n/messages/pickup'
import { result } from '../i18n/messages/result'
import { review } from '../i18n/messages/review'
import { reviewTags } from '../i18n/messages/review-tags'
import { uploads } from '../i18n/messages/uploads'

addSentences({
  address,
  afterSale,
  care,
  checkout,
  delivery,
  fapiao,
  messageAsk,
  order,
  pickup,
  result,
  review,
  reviewTags,
  uploads,
})
