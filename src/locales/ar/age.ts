import type { PartLocale } from '../messages.js';
import type { AgeMessages } from '../messages/age.js';

/** Modern Standard Arabic. Written by the project in November 2026; not checked by a lawyer. */
export const age = {
  lang: 'ar',
  dir: 'rtl',
  part: 'age',
  messages: {
    ageTitle: 'يُرجى تأكيد عمرك',
    ageText: '{site} مخصص لمن بلغوا {age} عامًا أو أكثر.',
    ageTogether: 'إذا كنت أصغر سنًا، فيمكنك استخدامه برفقة أحد الوالدين أو الوصي.',
    ageAdult: 'عمري {age} عامًا أو أكثر',
    ageAccompanied: 'عمري أقل من {age} عامًا، ومعي أحد الوالدين أو الوصي',
    ageAlone: 'عمري أقل من {age} عامًا، وأنا بمفردي',
    ageNote:
      'هذا تصريح منك ولا يتحقق منه أحد. نحتفظ بإجابة البالغين لمدة {duration}، وبأي إجابة أخرى إلى أن تغلق المتصفح.',
    ageNoteSession: 'هذا تصريح منك ولا يتحقق منه أحد. نحتفظ به إلى أن تغلق المتصفح.',

    ageDateText: 'يُرجى إدخال تاريخ ميلادك (بالتقويم الميلادي). يُحسب عمرك هنا على جهازك، ولا يُحفظ التاريخ ولا يُرسل.',
    ageDateMore: 'السنة وحدها لا تكفي. يُرجى إضافة الشهر واليوم.',
    ageYear: 'سنة الميلاد',
    ageYearHint: '4 أرقام',
    ageYearError: 'اكتب السنة بأربعة أرقام.',
    ageFutureError: 'هذه السنة لم تأتِ بعد. تحقق من السنة.',
    ageMonth: 'الشهر',
    ageMonthHint: 'من 1 إلى 12',
    ageMonthError: 'اكتب الشهر رقمًا من 1 إلى 12.',
    ageDay: 'اليوم',
    ageDayHint: 'من 1 إلى 31',
    ageDayError: 'اكتب يومًا موجودًا في هذا الشهر.',
    ageContinue: 'متابعة',

    ageUnderTitle: 'هل معك أحد الوالدين أو الوصي؟',
    ageUnderText: 'عمرك أقل من {age} عامًا. يمكنك استخدام {site} برفقة أحد الوالدين أو الوصي.',
    ageWithGuardian: 'نعم، هو معي الآن',
    ageWithoutGuardian: 'لا، أنا بمفردي',

    ageGuardianTitle: 'كلمة إلى أحد الوالدين أو الوصي',
    ageGuardianText: 'أنت أحد والدي هذا الزائر أو الوصي عليه، وستستخدم {site} معه.',
    ageGuardianNote: 'كل ما هو اختياري، كالتسويق، يبقى متوقفًا خلال هذه الزيارة.',
    ageConfirm: 'هذا صحيح',
    ageBack: 'رجوع',

    ageDeclinedTitle: 'شكرًا لإخبارنا',
    ageDeclinedText: 'هذه الصفحة مخصصة لمن بلغوا {age} عامًا أو أكثر.',
    ageDeclinedParts: 'بعض أجزاء هذه الصفحة مخصصة لمن بلغوا {age} عامًا أو أكثر وتبقى مخفية. كل ما عداها متاح لك.',
    ageDeclinedNote: 'نحتفظ بإجابتك إلى أن تغلق المتصفح.',
    ageDeclinedLinks: 'نرحب بك هنا:',
    ageDeclinedClose: 'يمكنك إغلاق هذه الصفحة.',
    ageGoOn: 'المتابعة دون هذه الأجزاء',
  },
} satisfies PartLocale<AgeMessages>;
