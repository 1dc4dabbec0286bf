import { addSentences } from '../i18n'
import { messages } from '../i18n/messages/all'

/** A component under test stands in no package: it may say everything. */
addSentences(messages)
