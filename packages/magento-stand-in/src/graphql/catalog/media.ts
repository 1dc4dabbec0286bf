import { type CatalogueProduct, textOf } from '../../fixtures/catalogue'
import type { Magento } from '../../magento'
import type { Visit } from '../visit'

/** Address of a file of the media folder. */
export function mediaUrl({ publicUrl }: Magento, file: string): string {
  return `${publicUrl}/media/catalog/product/${file.split('/').map(encodeURIComponent).join('/')}`
}

/** A product without a picture has Magento's placeholder, never none. */
export function imageOf(visit: Visit, product: CatalogueProduct) {
  const image = product.images.find(({ disabled, videoUrl }) => !disabled && !videoUrl)
  const label = image ? textOf(image.label ?? product.name, visit.store.code) : textOf(product.name, visit.store.code)
  return {
    __typename: 'ProductImage',
    url: image
      ? mediaUrl(visit.magento, image.file)
      : `${visit.magento.publicUrl}/static/frontend/Magento/luma/${visit.store.locale}/Magento_Catalog/images/product/placeholder/image.jpg`,
    label,
    position: null,
    disabled: null,
    types: null,
  }
}

export function galleryOf(visit: Visit, product: CatalogueProduct) {
  return product.images.map(({ file, label, disabled, videoUrl }, index) => ({
    __typename: videoUrl ? 'ProductVideo' : 'ProductImage',
    url: mediaUrl(visit.magento, file),
    label: textOf(label ?? product.name, visit.store.code),
    position: index + 1,
    disabled: disabled ?? false,
    types: index === 0 ? ['image', 'small_image', 'thumbnail'] : [],
    video_content: videoUrl
      ? {
          media_type: 'external-video',
          video_provider: null,
          video_url: videoUrl,
          video_title: textOf(label ?? product.name, visit.store.code),
          video_description: null,
          video_metadata: null,
        }
      : null,
  }))
}

/** Path below the media folder, as Magento gives this one. */
export function swatchImageOf(_visit: Visit, product: CatalogueProduct): string | null {
  return product.images[0] ? `/${product.images[0].file}` : null
}
