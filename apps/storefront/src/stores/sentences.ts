import { addSentences } from '../i18n'
import { locator } from '../i18n/messages/locator'

addSentences({ locator })
