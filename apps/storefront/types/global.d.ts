/// <reference types="@tarojs/taro" />

declare module '*.scss'
declare module '*.png'

/** Where the gateway is, fixed at build time: `XIAOPU_API_ORIGIN` in the environment, else the brand's production origin. */
declare const XIAOPU_API_ORIGIN: string
/** Of this Mini Program: `version` in package.json, fixed at build time. */
declare const XIAOPU_VERSION: string
