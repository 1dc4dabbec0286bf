import { scannedProduct } from './scanned-product'

test.each([
  ['our mini program code', '', 'goods/product/index?id=tee', 'tee'],
  ['our mini program code with a scene', '', 'goods/product/index?scene=id%3Dtee', 'tee'],
  ['a shared path', '/goods/product/index?from=card&id=MDM6U2t1', '', 'MDM6U2t1'],
  ['an id that was encoded on the way', '/goods/product/index?id=a%3Db', '', 'a=b'],
  ['a web address of a product', 'https://shop.example/products/tee?utm=x', '', 'tee'],
  ['the code on a label', ' 6901234567892\n', '', '6901234567892'],
  ['another of our pages', '', 'pages/home/index', null],
  ['our product page without a product', '/goods/product/index?id=', '', null],
  ['somebody’s web address', 'https://example.com/', '', null],
  ['a web address that hides a script', 'https://x.example/products/%3Cscript%3E', '', null],
  ['a Wi-Fi code', 'WIFI:S:shop;T:WPA;P:secret;;', '', null],
  ['a broken encoding', '/goods/product/index?id=%E0%A4%A', '', null],
  ['nothing at all', '', '', null],
])('%s', (_, text, path, id) => {
  expect(scannedProduct({ text, path })).toBe(id)
})
