import { expect } from '@open-wc/testing';
import { BannerHarness } from '../../../support/harness/banner-harness.js';
import {
  addPageStyles,
  addToPage,
  expectSameSize,
  looks,
  painted,
  resetPage,
  sizeOf,
} from '../../../support/harness/page-harness.js';
import { SHOP } from '../../../support/shop.js';

const REJECT = '[data-action="reject-all"]';

const TOKENS = [
  'color-surface',
  'color-text',
  'color-muted',
  'color-accent',
  'color-on-accent',
  'color-border',
  'color-focus',
  'radius',
  'font',
  'space-s',
  'space-m',
  'space-l',
];

const STYLES: Record<string, string> = {
  'unsets everything': '* { all: unset !important }',
  'hides every button': 'button { display: none !important }',
  'hides the one button': `${REJECT} { display: none !important; visibility: hidden !important; opacity: 0 !important }`,
  'makes the one button small and grey': `${REJECT} { font-size: 8px !important; color: #999 !important; background: #fff !important; padding: 0 !important }`,
  'moves the one button away': `${REJECT} { position: absolute !important; inset-inline-start: -99em !important; transform: scale(0) !important; order: 9 !important }`,
  'writes before and after each button':
    'button::before, button::after { content: "No!" !important; display: block !important }',
  'writes before and after the box':
    'fairsay-banner::before, fairsay-banner::after { content: "No!" !important; display: block !important }',
  'transforms the body': 'body { transform: translateX(50vw); filter: blur(0); contain: paint; overflow: hidden }',
  'hides the box':
    'fairsay-banner { display: none !important; visibility: hidden !important; opacity: 0 !important; clip-path: inset(50%) !important }',
  'moves the box away':
    'fairsay-banner { position: static !important; inset: auto auto 200vh 200vw !important; transform: translateX(-200vw) !important }',
  'shrinks the box': 'fairsay-banner { max-width: 0 !important; max-height: 0 !important; zoom: 0.1 !important }',
  'makes the box deaf': 'fairsay-banner, button { pointer-events: none !important }',
  'animates everything':
    '@keyframes away { to { opacity: 0 } } * { animation: away 1ms forwards !important; transition: all 9s !important }',
  'sets letters that cannot be read':
    '* { font-size: 1px !important; letter-spacing: -1em !important; color: transparent !important }',
};

/** Whether a press at the middle of a button meets that button. */
function isOnTop(button: HTMLElement): boolean {
  const { left, top, width, height } = button.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === button;
}

describe('<fairsay-banner> on a hostile page', () => {
  beforeEach(resetPage);

  for (const [what, styles] of Object.entries(STYLES)) {
    it(`looks the same on a page that ${what}`, async () => {
      const calm = await BannerHarness.create({ settings: SHOP });
      const sizes = calm.buttons.map(sizeOf);
      calm.element.remove();
      addPageStyles(styles);
      const banner = await BannerHarness.create({ settings: SHOP });
      await painted();
      const [accept, reject] = [banner.button('accept-all'), banner.button('reject-all')];
      expect(looks(reject)).to.deep.equal(looks(accept));
      expectSameSize(reject, accept);
      expect(banner.buttons.map(sizeOf).map(({ height }) => height)).to.deep.equal(sizes.map(({ height }) => height));
      expect(banner.buttons.map(isOnTop)).to.deep.equal([true, true, true]);
      for (const pseudo of ['::before', '::after']) {
        expect(getComputedStyle(reject, pseudo).content).to.be.oneOf(['none', 'normal']);
      }
    });
  }

  it('lies above everything that the page stacks', async () => {
    const overlay = addToPage(document.createElement('div'));
    overlay.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: #fff';
    const banner = await BannerHarness.create();
    expect(banner.buttons.map(isOnTop)).to.deep.equal([true, true, true]);
  });

  for (const token of TOKENS) {
    it(`does not let --fairsay-${token} tell one button from the other`, async () => {
      const value = token.startsWith('color') ? 'rgb(1, 2, 3)' : token === 'font' ? 'fantasy' : '3px';
      addPageStyles(
        `${REJECT} { --fairsay-${token}: ${value} !important; --t: ${value} !important; --m: ${value} !important }`,
      );
      const banner = await BannerHarness.create();
      const [accept, reject] = [banner.button('accept-all'), banner.button('reject-all')];
      expect(looks(reject)).to.deep.equal(looks(accept));
      expectSameSize(reject, accept);
    });
  }

  const drawn: readonly [token: string, where: (banner: BannerHarness) => Element, property: string][] = [
    ['color-surface', (banner) => banner.part('box'), 'background-color'],
    ['color-text', (banner) => banner.part('box'), 'color'],
    ['color-muted', (banner) => banner.part('purposes'), 'color'],
    ['color-border', (banner) => banner.part('box'), 'border-top-color'],
    ['color-focus', (banner) => banner.part('box'), 'outline-color'],
  ];
  for (const [token, where, property] of drawn) {
    it(`is themed by --fairsay-${token}`, async () => {
      addPageStyles(`body { --fairsay-${token}: rgb(1, 2, 3) }`);
      const banner = await BannerHarness.create();
      expect(getComputedStyle(where(banner)).getPropertyValue(property)).to.equal('rgb(1, 2, 3)');
    });
  }

  for (const [token, property] of [
    ['color-accent', 'background-color'],
    ['color-on-accent', 'color'],
    ['color-focus', 'outline-color'],
  ] as const) {
    it(`is themed by --fairsay-${token}, both buttons together`, async () => {
      addPageStyles(`fairsay-banner { --fairsay-${token}: rgb(1, 2, 3) }`);
      const banner = await BannerHarness.create();
      const values = banner.buttons.slice(0, 2).map((button) => getComputedStyle(button).getPropertyValue(property));
      expect(values).to.deep.equal(['rgb(1, 2, 3)', 'rgb(1, 2, 3)']);
    });
  }

  it('has the size of its text whatever the size of the page’s root', async () => {
    const calm = await BannerHarness.create();
    const { width } = calm.box;
    calm.element.remove();
    addPageStyles('html { font-size: 62.5% }');
    const banner = await BannerHarness.create();
    expect(banner.box.width).to.equal(width);
  });
});
