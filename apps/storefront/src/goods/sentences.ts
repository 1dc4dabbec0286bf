import { addSentences } from '../i18n'
import { address } from '../i18n/messages/address'
import { delivery } from '../i18n/messages/delivery'
import { filter } from '../i18n/messages/filter'
import { list } from '../i18n/messages/list'
import { restock } from '../i18n/messages/restock'
import { reviewTags } from '../i18n/messages/review-tags'
import { reviews } from '../i18n/messages/reviews'

addSentences({ address, delivery, filter, list, restock, reviews, reviewTags })
