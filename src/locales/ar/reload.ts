import type { ReloadMessages } from '../messages/reload.js';
import type { PartLocale } from '../messages.js';

/** Arabic. Written by the Fairsay authors, 2026-11; not yet checked by a lawyer. */
export const reloadAr: PartLocale<ReloadMessages> = {
  lang: 'ar',
  dir: 'rtl',
  part: 'reload',
  messages: {
    reloadTitle: 'اختيارك ساري المفعول',
    reloadText: 'قد تكون الشيفرة التي حُمِّلت في هذه الصفحة بإذنك ما زالت تعمل. أعد تحميل الصفحة لإنهائها.',
    reloadNow: 'إعادة تحميل الصفحة',
    reloadClose: 'إغلاق',
  },
};
