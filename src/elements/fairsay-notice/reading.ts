import type { ReactiveController } from 'lit';
import { writeData, writeText } from '../../core/notice/text.js';
import { announce, prepareAnnouncer } from '../../ui/announcer.js';
import { fill } from '../../ui/fill.js';
import type { NoticeElement } from './notice-element.js';
import { readingStyles } from './reading-styles.js';

/** The band of the window, below its upper edge, in which what is read stands. */
const BAND = '-5% 0% -60% 0%';

/** What comes once the notice is drawn: the section that is read is marked, links are copied and files handed out. */
export class Reading implements ReactiveController {
  readonly #notice: NoticeElement;
  readonly #seen = new Set<Element>();
  readonly #observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        this.#seen[isIntersecting ? 'add' : 'delete'](target);
      }
      this.#mark();
    },
    { rootMargin: BAND },
  );
  readonly #files = Object.assign(document.createElement('section'), { id: 'fairsay-files' });
  readonly #text = addButton(this.#files, () => {
    download('notice.txt', 'text/plain', this.#notice.outline && writeText(this.#notice.outline));
  });
  readonly #data = addButton(this.#files, () => {
    download('notice.json', 'application/json', this.#notice.outline && writeData(this.#notice.outline));
  });

  constructor(notice: NoticeElement) {
    this.#notice = notice;
    this.#files.dataset['generated'] = '';
    notice.addController(this);
    // The browser has looked for the anchor before it was there.
    this.#sections.find(isTarget)?.scrollIntoView();
  }

  hostConnected(): void {
    prepareAnnouncer();
    this.#notice.adopt(readingStyles);
    addEventListener('hashchange', this.#mark);
    this.hostUpdated();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#mark);
    this.#observer.disconnect();
    this.#seen.clear();
  }

  hostUpdated(): void {
    const { words } = this.#notice;
    for (const section of this.#sections) {
      this.#observer.observe(section);
      this.#addCopy(section);
    }
    this.#text.textContent = words.downloadText;
    this.#data.textContent = words.downloadData;
    // What has the focus loses it where it is moved.
    if (this.#files.parentNode !== this.#notice) {
      this.#notice.append(this.#files);
    }
    this.#mark();
  }

  /** The sections of the notice, the shop's own among them, in the order in which they are read. */
  get #sections(): readonly HTMLElement[] {
    const ids = this.#notice.outline?.sections.map(({ id }) => id) ?? [];
    return ([...this.#notice.children] as HTMLElement[]).filter(({ id }) => ids.includes(id));
  }

  /** Puts a button beside the heading of a section, if the heading is ours. */
  #addCopy(section: HTMLElement): void {
    const header = section.matches('[data-generated]') && section.querySelector('header');
    if (header) {
      const button = header.querySelector('button') ?? addButton(header, () => this.#copy(section.id));
      const title = this.#notice.outline?.sections.find(({ id }) => id === section.id)?.title ?? '';
      button.textContent = '#';
      button.ariaLabel = fill(this.#notice.words.copyLink, { title });
    }
  }

  async #copy(id: string): Promise<void> {
    const { href } = Object.assign(new URL(location.href), { hash: id });
    try {
      await navigator.clipboard.writeText(href);
      announce(this.#notice.words.linkCopied, this.#notice.outline?.lang ?? '');
    } catch {
      // Where the clipboard cannot be had, the address bar has the link.
      location.hash = id;
    }
  }

  /** Marks the section that is read: the one that was asked for, while it is in sight and the page can scroll no further. */
  readonly #mark = (): void => {
    const sections = this.#sections;
    const target = sections.find(isTarget);
    const atEnd = scrollY + innerHeight > document.documentElement.scrollHeight - 2;
    const current =
      atEnd && target && target.getBoundingClientRect().top > 0
        ? target
        : sections.find((section) => this.#seen.has(section));
    for (const link of this.#notice.querySelectorAll<HTMLAnchorElement>('#fairsay-contents a')) {
      link.setAttribute('aria-current', current && link.hash === `#${current.id}` ? 'location' : 'false');
    }
  };
}

const isTarget = ({ id }: Element): boolean => location.hash === `#${id}`;

function addButton(to: HTMLElement, act: () => unknown): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', onclick: act });
  to.append(button);
  return button;
}

/** Hands out a file that was made in the page: nothing is asked of a server. */
function download(name: string, type: string, text = ''): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => {
    URL.revokeObjectURL(href);
  }, 10_000);
}
