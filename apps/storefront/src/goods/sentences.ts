import { addSentences } from '../i18n'
import { filter } from '../i18n/messages/filter'
import { list } from '../i18n/messages/list'
import { reviews } from '../i18n/messages/reviews'

addSentences({ filter, list, reviews })
