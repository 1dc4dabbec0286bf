import type { QueryFunctionContext } from '@tanstack/react-query'
import { api } from '../../api/client'
import { agreeOnHistory } from '../keepsakes/history-choice'

/** Under which name the answer about the shopper is kept. */
export const ME = ['me'] as const

/** Who the shopper is; phone and gateway then agree on whether what is looked at is kept. */
export const readMe = async ({ signal }: Pick<QueryFunctionContext, 'signal'>) =>
  agreeOnHistory(await api.me.get({ signal }))
