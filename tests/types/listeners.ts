/** Listeners get the class of their event, on an element, on the document and on the window. Only has to compile. */
import type {
  AgeEvent,
  CleanupEvent,
  HideEvent,
  NewsletterEvent,
  ReleaseEvent,
  ReportEvent,
  ShowEvent,
  StateEvent,
  SuppressedEvent,
} from '../../src/index.js';

interface Events {
  'fairsay-consent': StateEvent;
  'fairsay-release': ReleaseEvent;
  'fairsay-cleanup': CleanupEvent;
  'fairsay-report': ReportEvent;
  'fairsay-suppressed': SuppressedEvent;
  'fairsay-age': AgeEvent;
  'fairsay-newsletter': NewsletterEvent;
  'fairsay-show': ShowEvent;
  'fairsay-hide': HideEvent;
}

/** Compiles only where both types are the same. */
function same<A, B>(proof: [A, B] extends [B, A] ? true : never): void {
  void proof;
}

same<Pick<GlobalEventHandlersEventMap, keyof Events>, Events>(true);
same<Pick<HTMLElementEventMap, keyof Events>, Events>(true);
same<Pick<DocumentEventMap, keyof Events>, Events>(true);
same<Pick<WindowEventMap, keyof Events>, Events>(true);

export function listen(element: HTMLElement): void {
  for (const target of [element, document, window]) {
    target.addEventListener('fairsay-consent', console.log);
  }
  element.addEventListener('fairsay-show', ({ detail }) => detail.what.toUpperCase());
  document.addEventListener('fairsay-consent', ({ detail }) => detail.state.categories['analytics']?.allowed);
  window.addEventListener('fairsay-release', (event) => {
    event.preventDefault();
    return event.detail.elements.length;
  });
  document.addEventListener('fairsay-cleanup', ({ detail }) => detail.kept.map(({ name, why }) => name + why));
  document.addEventListener('fairsay-suppressed', ({ detail }) => detail.why === 'not-loaded');
  document.addEventListener(
    'fairsay-age',
    ({ detail }) => detail.status === 'adult' && detail.method === 'self-declared',
  );

  document.addEventListener('fairsay-consent', ({ detail }) => {
    // @ts-expect-error A listener cannot write what it hears.
    detail.persisted = true;
    // @ts-expect-error Nor the list of what changed.
    const changed: string[] = detail.changed;
    void changed;
  });
  document.addEventListener('fairsay-suppressed', ({ detail }) => {
    // @ts-expect-error There are three reasons, and this is none.
    return detail.why === 'broken';
  });
  // @ts-expect-error Nothing about an age is verified.
  document.addEventListener('fairsay-age', ({ detail }) => detail.method === 'verified');
  // @ts-expect-error An event that is not ours has no class of ours.
  document.addEventListener('fairsay-unknown', (event: StateEvent) => event.detail);
}
