import { createSign, createVerify, generateKeyPairSync } from 'node:crypto'

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

test('keys that a file asks for are never the same twice, whatever earlier files were given', () => {
  const [one, other] = [rsa(), rsa()]
  expect(one.publicKey.equals(other.publicKey)).toBe(false)
  const signature = createSign('RSA-SHA256').update('拾物').sign(one.privateKey)
  expect(createVerify('RSA-SHA256').update('拾物').verify(one.publicKey, signature)).toBe(true)
  expect(createVerify('RSA-SHA256').update('拾物').verify(other.publicKey, signature)).toBe(false)
})

test('they come in the encoding asked for', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  expect(publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----\n/)
  expect(privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
})

test('a large module is compiled once, and each instance has a memory of its own', async () => {
  const { instance: one, module } = await WebAssembly.instantiate(large())
  const { instance: other, module: again } = await WebAssembly.instantiate(large())
  expect(again).toBe(module)
  expect(module).toBeInstanceOf(WebAssembly.Module)
  expect(other.exports.memory).not.toBe(one.exports.memory)
})

/** A module with one exported memory, and a custom section that nobody reads. */
function large(): Uint8Array<ArrayBuffer> {
  const head = Buffer.from('0061736d01000000' + '0503010001' + '070a01066d656d6f72790200', 'hex')
  const unread = Buffer.alloc(1_000_001)
  return new Uint8Array(Buffer.concat([head, Buffer.from([0, ...leb(unread.length)]), unread]))
}

/** An unsigned number as WebAssembly writes it: seven bits at a time. */
const leb = (n: number): number[] => (n < 0x80 ? [n] : [(n & 0x7f) | 0x80, ...leb(n >> 7)])
