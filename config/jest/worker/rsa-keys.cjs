const crypto = require('node:crypto')

const generate = crypto.generateKeyPairSync
/** Keys of 2048 bits, in the order in which files asked for them. */
const kept = []
let taken = 0

/**
 * From now on `generateKeyPairSync('rsa')` gives the first key of this worker again, then its second. Finding primes takes a
 * quarter of a second, and most files need three keys; which ones does not matter, only that no two of one file are the same.
 */
exports.beginFile = () => {
  taken = 0
}

crypto.generateKeyPairSync = (type, options = {}) => {
  const { modulusLength, publicKeyEncoding, privateKeyEncoding, ...others } = options
  if (type !== 'rsa' || modulusLength !== 2048 || Object.keys(others).length > 0) return generate(type, options)
  kept[taken] ??= generate('rsa', { modulusLength })
  const { publicKey, privateKey } = kept[taken++]
  return {
    publicKey: publicKeyEncoding ? publicKey.export(publicKeyEncoding) : publicKey,
    privateKey: privateKeyEncoding ? privateKey.export(privateKeyEncoding) : privateKey,
  }
}
