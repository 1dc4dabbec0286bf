import { addSentences } from '../i18n'
import { account } from '../i18n/messages/account'
import { address } from '../i18n/messages/address'
import { checkout } from '../i18n/messages/checkout'
import { list } from '../i18n/messages/list'
import { settings } from '../i18n/messages/settings'

addSentences({ account, address, checkout, list, settings })
