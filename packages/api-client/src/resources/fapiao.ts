import type { FapiaoTitle, FapiaoTitleToSave } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const listFapiaoTitles = endpoint({
  name: 'listFapiaoTitles',
  method: 'GET',
  path: '/v1/fapiao-titles',
  auth: 'shopper',
  status: 200,
})
const saveFapiaoTitle = endpoint({
  name: 'saveFapiaoTitle',
  method: 'POST',
  path: '/v1/fapiao-titles',
  auth: 'shopper',
  status: 201,
})
const changeFapiaoTitle = endpoint({
  name: 'changeFapiaoTitle',
  method: 'PUT',
  path: '/v1/fapiao-titles/:titleId',
  auth: 'shopper',
  status: 200,
})
const removeFapiaoTitle = endpoint({
  name: 'removeFapiaoTitle',
  method: 'DELETE',
  path: '/v1/fapiao-titles/:titleId',
  auth: 'shopper',
  status: 204,
})

/** Titles a shopper has kept. */
export interface FapiaoResource {
  /** The default first, then the last used. */
  titles(options?: CallOptions): Promise<FapiaoTitle[]>
  /** One that is kept already is not kept twice. @throws {ApiError} `fapiao_titles_full`, `validation_failed` */
  save(title: FapiaoTitleToSave, options?: CallOptions): Promise<FapiaoTitle>
  /** @throws {ApiError} `not_found`, `validation_failed` */
  change(titleId: string, title: FapiaoTitleToSave, options?: CallOptions): Promise<FapiaoTitle>
  /** @throws {ApiError} `not_found` */
  remove(titleId: string, options?: CallOptions): Promise<void>
}

export const fapiaoResource = (call: Caller): FapiaoResource => ({
  titles: async (options) => (await call(listFapiaoTitles, options)).titles,
  save: (title, options) => call(saveFapiaoTitle, { ...options, body: title }),
  change: (titleId, title, options) => call(changeFapiaoTitle, { ...options, params: { titleId }, body: title }),
  remove: (titleId, options) => call(removeFapiaoTitle, { ...options, params: { titleId } }),
})
