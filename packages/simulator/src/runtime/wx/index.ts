import type { Host, WxObject } from '../host/host'
import { address } from './address'
import { animation } from './animation'
import { bars } from './bars'
import { base64 } from './base64'
import { businessView } from './business-view'
import { Api } from './call'
import { clipboard } from './clipboard'
import { documents } from './documents'
import { events } from './events'
import { feedback } from './feedback'
import { fileSystem } from './files'
import { location } from './location'
import { login } from './login'
import { media } from './media'
import { misc } from './misc'
import { navigation } from './navigation'
import { network } from './network'
import { payment } from './payment'
import { performanceApi } from './performance'
import { privacy } from './privacy'
import { request } from './request'
import { screen } from './screen'
import { selectors } from './selectors'
import { settings } from './settings'
import { share } from './share'
import { inSinglePage, SINGLE_PAGE } from './single-page'
import { storage } from './storage'
import { subscribe } from './subscribe'
import { system } from './system'
import { withUnsupported } from './unsupported'
import { update } from './update'
import { upload } from './upload'
import { video } from './video'

const FAMILIES = [
  address,
  animation,
  bars,
  base64,
  businessView,
  clipboard,
  documents,
  events,
  feedback,
  fileSystem,
  location,
  login,
  media,
  misc,
  navigation,
  network,
  payment,
  performanceApi,
  privacy,
  request,
  screen,
  selectors,
  settings,
  share,
  storage,
  subscribe,
  system,
  update,
  upload,
  video,
]

/** The `wx` object of one Mini Program. */
export function createWx(host: Host): WxObject {
  const api = new Api()
  for (const family of FAMILIES) family(host, api)
  const wx = host.launch.scene === SINGLE_PAGE ? inSinglePage(api.wx, host) : api.wx
  api.sync('canIUse', (schema: string) => schema.split('.')[0]! in wx)
  return withUnsupported(wx, host.records)
}
