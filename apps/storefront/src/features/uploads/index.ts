export { PictureChooser } from './picture-chooser/PictureChooser'
export { type ChosenPicture, type Pictures, type PicturesState, usePictures } from './use-pictures'
