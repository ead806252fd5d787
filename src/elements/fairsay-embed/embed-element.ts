import { html, LitElement, type TemplateResult } from 'lit';
import type { ServiceConfig } from '../../config/types.js';
import { embed } from '../../locales/en/embed.js';
import { boxStyles } from '../../ui/box-styles.js';
import { categoryText } from '../../ui/category-text.js';
import { PageController } from '../../ui/controllers/page-controller.js';
import { fill } from '../../ui/fill.js';
import { safeUrl } from '../../ui/safe-url.js';
import { refocus } from '../../ui/focus.js';
import { embedStyles } from './embed-styles.js';
import { takeBox } from './frame-box.js';

/** The one thing that *always allow* would grant. */
interface Grant {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
}

/**
 * Stands in for one held frame: says who would get what, and loads it once or always.
 *
 * It takes over the frame's box, and leaves when the frame gets its address or is taken away. *Load once* is for this
 * frame on this page and stores nothing. *Always allow* grants the service that the frame is marked with; a frame that is
 * marked with a category grants that category, by its name and with its purpose, as nothing less would release it. Where
 * several must be allowed, or one must not, a single button cannot say what it grants, and there is none.
 *
 * @summary The placeholder of one held frame.
 * @tag fairsay-embed
 * @status experimental
 * @since 0.1.0
 *
 * @csspart box - The placeholder.
 * @csspart title - Whose content it is.
 * @csspart text - Who would get what.
 * @csspart link - The link to the provider's privacy notice.
 *
 * @cssproperty [--fairsay-color-surface=Canvas] - The background.
 * @cssproperty [--fairsay-color-text=CanvasText] - The text.
 * @cssproperty [--fairsay-color-muted] - The secondary text. By default the text's colour, thinner.
 * @cssproperty [--fairsay-color-accent=CanvasText] - Both buttons.
 * @cssproperty [--fairsay-color-on-accent=Canvas] - The text of both buttons.
 * @cssproperty [--fairsay-color-border] - The edge.
 * @cssproperty [--fairsay-color-focus] - The ring around what has the focus.
 * @cssproperty [--fairsay-radius=1em] - The corners.
 * @cssproperty [--fairsay-font=inherit] - The font family.
 * @cssproperty [--fairsay-space-s=0.6em] - The space between the buttons.
 * @cssproperty [--fairsay-space-m=1em] - The space inside the edge.
 */
export class EmbedElement extends LitElement {
  static override styles = [boxStyles, embedStyles];
  static override properties = { frame: { attribute: false } };

  readonly #page = new PageController(this, embed);
  readonly #observer = new MutationObserver(() => {
    this.#leaveIfDone();
  });
  #giveBack: (() => void) | undefined;
  #pressed = false;

  /** The held frame. The guard sets it. */
  declare frame: HTMLIFrameElement | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#giveBack?.();
    this.#giveBack = undefined;
    if (this.#pressed) {
      this.#pressed = false;
      refocus(this.frame);
    }
  }

  protected override updated(): void {
    const { frame } = this;
    if (frame && this.isConnected && !this.#giveBack && this.#page.locale) {
      this.#giveBack = takeBox(frame, this);
      this.#observer.observe(frame, { attributeFilter: ['src'] });
      if (this.parentNode) {
        this.#observer.observe(this.parentNode, { childList: true });
      }
      this.#leaveIfDone();
    }
  }

  #leaveIfDone(): void {
    if (this.frame?.hasAttribute('src') || !this.frame?.isConnected) {
      this.remove();
    }
  }

  #handleOnce(): void {
    const address = this.frame?.dataset['src'];
    if (this.frame && address !== undefined) {
      this.#pressed = true;
      // Where frames are held by host too, this one is not from now on.
      this.frame.dataset['fairsayOnce'] = '';
      this.frame.src = address;
    }
  }

  #handleAlways(id: string): void {
    this.#pressed = true;
    this.#page.store?.save({ [id]: true }, 'embed', this.renderRoot.querySelector('section')?.innerText);
  }

  /** What the frame waits for, in the grammar of `data-fairsay`. */
  get #terms(): string[] {
    return (this.frame?.dataset['fairsay'] ?? '').split(/\s+/).filter(Boolean);
  }

  get #services(): ServiceConfig[] {
    return this.#page.store?.settings.services.filter(({ id }) => this.#terms.includes(id)) ?? [];
  }

  #grant(): Grant | undefined {
    const { store } = this.#page;
    const [id = '', more] = this.#terms;
    const [service] = this.#services;
    const category = store?.settings.categories.find((candidate) => candidate.id === id);
    if (more !== undefined || (!service && (!category || category.basis === 'necessary'))) {
      return undefined;
    }
    if (service) {
      return { id, name: this.#nameOf(service), purpose: this.#page.pick(service.purpose) ?? '' };
    }
    const { label: name, purpose } = categoryText(this.#page, category as NonNullable<typeof category>);
    return { id, name, purpose };
  }

  #nameOf(service: ServiceConfig): string {
    return this.#page.pick(service.name) ?? service.id;
  }

  #host(): string {
    try {
      return new URL(this.frame?.dataset['src'] ?? '', document.baseURI).host;
    } catch {
      return '';
    }
  }

  protected override render(): TemplateResult {
    const { store, locale, messages } = this.#page;
    if (!store || !locale || !this.frame) {
      return html``;
    }
    const services = this.#services;
    const host = this.#host();
    const grant = this.#grant();
    const name = services.map((service) => this.#nameOf(service)).join(', ') || host;
    const providers = [...services.map((service) => service.provider ?? this.#nameOf(service)), host];
    const provider = [...new Set(providers)].filter(Boolean).join(', ');
    return html`
      <section part="box" role="group" aria-labelledby="title" lang=${locale.lang} dir=${locale.dir}>
        <div class="words" tabindex="0">
          <h2 part="title" id="title">${fill(messages.embedTitle, { name })}</h2>
          <p part="text">${grant?.purpose} ${fill(messages.embedText, { provider })} ${this.#renderLinks(services)}</p>
        </div>
        ${store.state.minor ? html`<p part="text">${messages.embedMinor}</p>` : this.#renderActions(grant)}
      </section>
    `;
  }

  #renderActions(grant: Grant | undefined): TemplateResult {
    const { messages } = this.#page;
    return html`<div class="filled">
      <button type="button" data-action="load-once" @click=${this.#handleOnce}>${messages.loadOnce}</button>
      ${
        grant &&
        html`<button type="button" data-action="always-allow" @click=${() => this.#handleAlways(grant.id)}>
          ${fill(messages.alwaysAllow, { name: grant.name })}
        </button>`
      }
    </div>`;
  }

  #renderLinks(services: readonly ServiceConfig[]): (TemplateResult | '')[] {
    const { messages } = this.#page;
    return services.map((service) => {
      const url = safeUrl(service.privacyUrl);
      return url ? html`<a part="link" href=${url}>${messages.privacyLink}: ${this.#nameOf(service)}</a>` : '';
    });
  }
}
