import type { WxObject } from '../host/host'
import type { Records } from '../host/records'
import { settle, WxFailure } from './call'

/** WeChat APIs that exist but are not modelled here. They fail and say so; a name WeChat does not have stays undefined. */
const NOT_MODELLED = new Set(
  `addCard addFileToFavorites addPhoneCalendar addPhoneContact addPhoneRepeatCalendar addVideoToFavorites
  authorizeForMiniProgram bindEmployeeRelation canvasGetImageData canvasPutImageData canvasToTempFilePath
  checkDeviceSupportHevc checkEmployeeRelation checkIsAddedToMyMiniProgram checkIsOpenAccessibility
  checkIsSupportFacialRecognition checkIsSupportSoterAuthentication chooseContact chooseImage chooseInvoice
  chooseLicensePlate chooseLocation chooseMessageFile choosePoi chooseVideo closeBLEConnection
  closeBluetoothAdapter closeSocket compressVideo connectSocket connectWifi createAudioContext createBLEConnection
  createBufferURL createCameraContext createCanvasContext createInnerAudioContext createInterstitialAd createLivePlayerContext
  createLivePusherContext createMapContext createMediaAudioPlayer createMediaContainer createMediaRecorder createOffscreenCanvas
  createRewardedVideoAd createTCPSocket createUDPSocket createVideoDecoder createWebAudioContext createWorker
  cropImage disableAlertBeforeUnload editImage enableAlertBeforeUnload exitVoIPChat faceDetect
  getBackgroundAudioManager getBackgroundAudioPlayerState getBackgroundFetchData getBatteryInfo getBatteryInfoSync
  getBeacons getBLEDeviceServices getBluetoothAdapterState getBluetoothDevices getChannelsLiveInfo getChannelsLiveNoticeInfo
  getConnectedWifi getExtConfig getExtConfigSync getGroupEnterInfo getHCEState getLocalIPAddress getNFCAdapter getRandomValues
  getRecorderManager getScreenRecordingState getSelectedTextRange getUserCryptoManager getVideoInfo getWeRunData
  getWifiList joinVoIPChat loadSubpackage makeBluetoothPair navigateBackMiniProgram navigateToMiniProgram onAccelerometerChange
  onBLECharacteristicValueChange onCompassChange onDeviceMotionChange onGyroscopeChange onLocationChange onSocketClose
  onSocketError onSocketMessage onSocketOpen openBluetoothAdapter openCard openChannelsActivity openChannelsEvent openChannelsLive
  openChannelsUserProfile openCustomerServiceChat openEmbeddedMiniProgram openOfficialAccountArticle
  openOfficialAccountChat openOfficialAccountProfile openSystemBluetoothSetting openVideoEditor pauseBackgroundAudio pauseVoice
  playBackgroundAudio playVoice pluginLogin preDownloadSubpackage previewMedia readBLECharacteristicValue requestMerchantTransfer
  requestOrderPayment requestPluginPayment requestVirtualPayment restartMiniProgram saveImageToPhotosAlbum saveVideoToPhotosAlbum
  scanItem seekBackgroundAudio sendSocketMessage setBackgroundFetchToken setEnableDebug setInnerAudioOption
  setTopBarText setWindowSize shareFileMessage shareToWeRun shareVideoMessage showRedPackage
  showShareImageMenu startAccelerometer startBeaconDiscovery startBluetoothDevicesDiscovery startCompass startDeviceMotionListening
  startFacialRecognitionVerify startGyroscope startHCE startLocationUpdate startLocationUpdateBackground startRecord
  startSoterAuthentication startWifi stopAccelerometer stopBackgroundAudio stopBluetoothDevicesDiscovery stopCompass
  stopLocationUpdate stopRecord stopVoice stopWifi updateShareMenu writeBLECharacteristicValue`.split(/\s+/),
)

/** Read by promises, serialisers and webpack's runtime; nobody means an API by them. */
const NOT_APIS = new Set(['then', 'toJSON', 'webpackJsonp', 'cloud'])

/** Reads of what is not there: a failing function for a known API, a line in the panel and `undefined` for an unknown one. */
export function withUnsupported(wx: WxObject, records: Records): WxObject {
  return new Proxy(wx, {
    get(target, name, receiver) {
      if (typeof name !== 'string' || name in target) return Reflect.get(target, name, receiver)
      if (NOT_MODELLED.has(name)) {
        return (options: object = {}) => {
          records.unsupported(`wx.${name}`)
          return settle(name, options ?? {}, () => {
            throw new WxFailure('not supported by the simulator')
          })
        }
      }
      if (/^[a-z]/.test(name) && !NOT_APIS.has(name)) records.unknownApi(`wx.${name}`)
      return undefined
    },
  })
}
