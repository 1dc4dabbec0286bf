import { addSentences } from '../i18n'
import { address } from '../i18n/messages/address'
import { delivery } from '../i18n/messages/delivery'
import { film } from '../i18n/messages/film'
import { filter } from '../i18n/messages/filter'
import { inStores } from '../i18n/messages/in-stores'
import { list } from '../i18n/messages/list'
import { moments } from '../i18n/messages/moments'
import { restock } from '../i18n/messages/restock'
import { reviewTags } from '../i18n/messages/review-tags'
import { reviews } from '../i18n/messages/reviews'

addSentences({ address, delivery, film, filter, inStores, list, moments, restock, reviews, reviewTags })
