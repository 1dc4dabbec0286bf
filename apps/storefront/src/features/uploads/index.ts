export { PictureChooser } from './picture-chooser/PictureChooser'
export { type ChosenPicture, type Pictures, usePictures } from './use-pictures'
