/** Where phones find the shop's Magento. The simulator leads it to the stand-in, as it leads the API's to the gateway. */
export const MAGENTO_ORIGIN = 'https://magento.shiwu.example'

/**
 * A Magento behind its public name: asked at the address it listens at, and what it says of itself (addresses of pictures)
 * carries the name. On a merchant's server the proxy and the base URL of the store do this.
 */
export const behindPublicName =
  (listensAt: string, ask: typeof globalThis.fetch = globalThis.fetch): typeof globalThis.fetch =>
  async (input, init) => {
    const answer = await ask(input, init)
    const text = await answer.text()
    // An empty answer may be of a kind that must not have a body.
    return new Response(text === '' ? null : text.replaceAll(listensAt, MAGENTO_ORIGIN), {
      status: answer.status,
      statusText: answer.statusText,
      headers: answer.headers,
    })
  }
