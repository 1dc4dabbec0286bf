import { fireEvent, render, screen } from '@testing-library/react'
import { Picture, type PictureSource } from './Picture'

const photo = (name: string): PictureSource => ({
  thumb: `https://shop.example/${name}-240.webp`,
  card: `https://shop.example/${name}-600.webp`,
  full: `https://shop.example/${name}-1200.webp`,
  tone: '#aabbcc',
  alt: '一盆龟背竹',
})
const imageIn = (container: HTMLElement) => container.querySelector('img')

test('a slot takes the size made for it, over the tone of the photograph', () => {
  const { container } = render(<Picture picture={photo('plant')} slot="card" />)
  expect(imageIn(container)?.getAttribute('src')).toBe('https://shop.example/plant-600.webp')
  expect(screen.getByRole('img', { name: '一盆龟背竹' }).style.backgroundColor).toBe('rgb(170, 187, 204)')
})

test('a photograph that does not come leaves a placeholder, and the next one gets its own try', () => {
  const { container, rerender } = render(<Picture picture={photo('plant')} slot="thumb" />)
  fireEvent.error(imageIn(container)!)
  expect(imageIn(container)).toBeNull()
  rerender(<Picture picture={photo('camera')} slot="thumb" />)
  expect(imageIn(container)?.getAttribute('src')).toBe('https://shop.example/camera-240.webp')
})

test('a thing without a photograph still has its place', () => {
  const { container } = render(<Picture picture={null} slot="thumb" label="相机" />)
  expect(imageIn(container)).toBeNull()
  expect(screen.getByRole('img', { name: '相机' })).toBeTruthy()
})
