import { createApiClient } from '@xiaopu/api-client'
import { useLocaleStore } from '../i18n'
import { login } from '../wechat/login'
import { createSessionSource } from './session'
import { wechatTransport } from './transport'
import { wechatUploads } from './upload-transport'

/** The storefront's only way to the gateway; features call it from their hooks. */
export const api = createApiClient({
  origin: XIAOPU_API_ORIGIN,
  transport: wechatTransport,
  uploadTransport: wechatUploads,
  session: createSessionSource(async () => {
    const answer = await login()
    return answer.status === 'ok' ? api.sessions.signIn(answer.value.code) : null
  }),
  locale: () => useLocaleStore.getState().locale,
})
