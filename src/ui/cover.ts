/** Puts a placeholder before a held frame. It finds the frame as its `frame`, and leaves when the frame is released. */
export function cover(frame: HTMLIFrameElement): void {
  if (frame.previousElementSibling?.localName !== 'fairsay-embed') {
    frame.before(Object.assign(document.createElement('fairsay-embed'), { frame }));
  }
}
