import { Text, View } from '@tarojs/components'
import type { HomeTarget } from '@xiaopu/contract'
import { classNames, Picture } from '../../../ui'
import type { BlockOf } from '../blocks'
import { openTarget } from '../open-target'
import './RichText.scss'

type Node = BlockOf<'rich_text'>['nodes'][number]

/** What the merchant has to tell, in headings, paragraphs and pictures. It is text and stays text: nothing of it is run. */
export function RichText({ block: { nodes } }: { block: BlockOf<'rich_text'> }) {
  return (
    <View className="rich-text">
      {nodes.map((node, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its place is all that tells two paragraphs apart
        <Part key={place} node={node} />
      ))}
    </View>
  )
}

function Part({ node }: { node: Node }) {
  switch (node.kind) {
    case 'heading':
      return <Text className="rich-text__heading">{node.text}</Text>
    case 'paragraph':
      return (
        <View className="rich-text__paragraph">
          {node.spans.map(({ text, bold, target }, place) => (
            <Text
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={place}
              className={classNames(bold && 'rich-text__bold', target && 'rich-text__link')}
              {...leading(target)}
            >
              {text}
            </Text>
          ))}
        </View>
      )
    case 'picture': {
      const { picture, target } = node
      return (
        <View className="rich-text__picture" {...leading(target)}>
          <Picture picture={picture} slot="full" ratio={picture.width / picture.height} shape="card" />
        </View>
      )
    }
    default:
      return null
  }
}

const leading = (target: HomeTarget | null) => (target ? { ariaRole: 'link', onClick: () => openTarget(target) } : {})
