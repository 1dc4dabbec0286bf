import { type Browser, chromium } from 'playwright-core'
import { browserLaunchOptions } from '../../../config/browser/browser-launch-options.mjs'

export const launchBrowser = (): Promise<Browser> => chromium.launch(browserLaunchOptions())
