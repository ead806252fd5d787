import type { Locale } from './messages.js';

/** Modern Standard Arabic. Written by the Fairsay authors, 2026-11; not yet checked by a lawyer. */
export const ar = {
  lang: 'ar',
  dir: 'rtl',
  messages: {
    bannerTitle: 'ملفات تعريف الارتباط وخصوصيتك',
    bannerText:
      'يرغب {site} وشركات أخرى في استخدام ملفات تعريف الارتباط ووسائل تخزين مشابهة للأغراض المذكورة أدناه. نحتفظ بإجابتك لمدة {duration}، ويمكنك تغييرها في أي وقت.',
    thisSite: 'هذا الموقع',
    acceptAll: 'قبول الكل',
    rejectAll: 'رفض الكل',
    openPreferences: 'تحديد الخيارات',
    closeBanner: 'إغلاق مع إبقاء كل شيء متوقفًا',
    privacyLink: 'إشعار الخصوصية',
    saved: 'تم حفظ خياراتك.',

    preferencesTitle: 'خيارات الخصوصية',
    preferencesText: 'يمكنك السماح بكل غرض أو رفضه على حدة. لا يتغير شيء قبل الحفظ.',
    save: 'حفظ الخيارات',
    closePreferences: 'إغلاق دون حفظ',
    alwaysOn: 'مفعّل دائمًا',
    exemptNote: 'يسمح القانون بهذا دون طلب موافقتك، ويمكنك إيقافه.',
    gpcNote: 'متوقف لأن متصفحك يطلب ذلك عبر Global Privacy Control.',
    services: 'الخدمات ({count})',
    noServices: 'لا توجد خدمات مدرجة هنا.',
    provider: 'مقدّم الخدمة',
    hosts: 'تُرسل البيانات إلى',
    providerNotice: 'إشعار الخصوصية لدى {name}',
    storageCaption: 'ملفات تعريف الارتباط والتخزين لدى {name}',
    storageName: 'الاسم',
    storageKind: 'النوع',
    storagePurpose: 'الغرض',
    storageDuration: 'مدة الاحتفاظ',
    untilClosed: 'حتى إغلاق المتصفح',
    untilDeleted: 'حتى الحذف',
    kindCookie: 'ملف تعريف ارتباط',
    kindLocal: 'تخزين محلي',
    kindSession: 'تخزين الجلسة',
    kindIndexeddb: 'قاعدة بيانات',
    kindCache: 'ذاكرة تخزين مؤقت',
    kindWorker: 'عامل خدمة',

    necessaryLabel: 'ضرورية',
    necessaryPurpose: 'تتيح عمل الموقع وتحفظ خياراتك.',
    functionalLabel: 'وظيفية',
    functionalPurpose: 'تحفظ إعداداتك، مثل اللغة أو المقاس.',
    analyticsLabel: 'إحصائية',
    analyticsPurpose: 'تقيس كيفية استخدام الموقع بهدف تحسينه.',
    marketingLabel: 'تسويقية',
    marketingPurpose: 'تعرض لك الإعلانات وتقيس مدى فاعليتها.',

    embedTitle: 'محتوى من {name}',
    embedText:
      'يؤدي التحميل إلى إرسال عنوان IP الخاص بك وعنوان هذه الصفحة إلى {provider}، وقد تُستخدم عندئذ ملفات تعريف الارتباط.',
    loadOnce: 'تحميل مرة واحدة',
    alwaysAllow: 'السماح دائمًا لخدمة {name}',

    privacyChoices: 'خيارات الخصوصية',
    signalHonoured: 'خاصية Global Privacy Control مفعّلة، ونحن نلتزم بها.',
  },
} satisfies Locale;
