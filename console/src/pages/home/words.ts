import { plural, words } from "../../i18n/words.ts";

export const homeWords = words({
  en: {
    title: "Home",
    greeting: { morning: "Good morning", afternoon: "Good afternoon", evening: "Good evening" },
    me: "Your account",
    wallets: "Your wallets",
    allWallets: (count: number) => plural(count, { other: "All wallets (#)" }),
    actions: "Actions",
    all: "All",
    recent: "Recent activity",
    emptyTitle: "No transactions yet",
    emptyText: "What you send and receive will appear here, day by day.",
    emptyAction: "Add money",
    noWallets: "No open wallet",
    noWalletsText: "A wallet holds your money in one currency.",
    openWallet: "Open a wallet",
    totals: "Total",
    walletCount: (count: number) => plural(count, { one: "# wallet", other: "# wallets" }),
    balance: "Balance, 30 days",
    chartWallet: "Wallet in the chart",
    waiting: "Waiting",
    holds: (count: number, isMore: boolean) =>
      isMore
        ? `More than ${plural(count, { one: "# open hold", other: "# open holds" })}`
        : plural(count, { one: "# open hold", other: "# open holds" }),
    holdsText: "Money reserved by you or for you",
    depositsWait: (count: number) =>
      plural(count, {
        one: "Deposit waits for your payment",
        other: "# deposits wait for your payment",
      }),
    withdrawalsWait: (count: number) =>
      plural(count, { one: "Withdrawal on its way", other: "# withdrawals on their way" }),
    suspended: "Your account is suspended",
    suspendedText:
      "You can receive money and read everything. You cannot pay or change anything. Ask support.",
    suspendedReason: {
      owner_request: "It was suspended because you asked for it.",
      suspected_takeover: "Somebody else may have been in your account.",
    },
    frozen: (name: string) => `\u2068${name}\u2069 is frozen`,
    frozenScope: {
      debits: "No money leaves it. What others send arrives.",
      credits: "No money enters it. You can still pay from it.",
      both: "No money leaves or enters it.",
    },
    look: "See the wallet",
    verifyTitle: "Verify your phone number",
    verifyText: "Until then others may not be able to pay you by your number.",
    verify: "Verify",
    phoneTitle: "Your account has no phone number",
    phoneText: "Its number belongs to somebody else now. Add another one.",
    setPhone: "Add a number",
  },
  ar: {
    title: "الرئيسية",
    greeting: { morning: "صباح الخير", afternoon: "طاب نهارك", evening: "مساء الخير" },
    me: "حسابك",
    wallets: "محافظك",
    allWallets: (count: number) => plural(count, { other: "كل المحافظ (#)" }),
    actions: "الإجراءات",
    all: "الكل",
    recent: "آخر العمليات",
    emptyTitle: "لا توجد عمليات بعد",
    emptyText: "سيظهر هنا ما ترسله وما تستلمه، يومًا بيوم.",
    emptyAction: "إيداع",
    noWallets: "لا توجد محفظة مفتوحة",
    noWalletsText: "تحفظ المحفظة مالك بعملة واحدة.",
    openWallet: "فتح محفظة",
    totals: "المجموع",
    walletCount: (count: number) =>
      plural(count, {
        one: "محفظة واحدة",
        two: "محفظتان",
        few: "# محافظ",
        many: "# محفظة",
        other: "# محفظة",
      }),
    balance: "الرصيد خلال 30 يومًا",
    chartWallet: "محفظة الرسم البياني",
    waiting: "في الانتظار",
    holds: (count: number, isMore: boolean) => {
      const text = plural(count, {
        one: "حجز واحد مفتوح",
        two: "حجزان مفتوحان",
        few: "# حجوزات مفتوحة",
        many: "# حجزًا مفتوحًا",
        other: "# حجز مفتوح",
      });
      return isMore ? `أكثر من ${text}` : text;
    },
    holdsText: "مبالغ محجوزة منك أو لك",
    depositsWait: (count: number) =>
      plural(count, {
        one: "إيداع بانتظار دفعك",
        two: "إيداعان بانتظار دفعك",
        few: "# إيداعات بانتظار دفعك",
        other: "# إيداعًا بانتظار دفعك",
      }),
    withdrawalsWait: (count: number) =>
      plural(count, {
        one: "سحب في الطريق إليك",
        two: "سحبان في الطريق إليك",
        few: "# سحوبات في الطريق إليك",
        other: "# سحبًا في الطريق إليك",
      }),
    suspended: "حسابك موقوف",
    suspendedText:
      "يمكنك استلام المال والاطلاع على كل شيء، ولا يمكنك الدفع أو تغيير شيء. تواصل مع الدعم.",
    suspendedReason: {
      owner_request: "أُوقف بناءً على طلبك.",
      suspected_takeover: "ربما دخل شخص آخر إلى حسابك.",
    },
    frozen: (name: string) => `المحفظة \u2068${name}\u2069 مجمّدة`,
    frozenScope: {
      debits: "لا يخرج منها مال، ويصل إليها ما يرسله الآخرون.",
      credits: "لا يدخل إليها مال، ويمكنك الدفع منها.",
      both: "لا يخرج منها مال ولا يدخل إليها.",
    },
    look: "عرض المحفظة",
    verifyTitle: "وثّق رقم هاتفك",
    verifyText: "قبل ذلك قد لا يستطيع الآخرون الدفع لك برقمك.",
    verify: "توثيق الآن",
    phoneTitle: "لا يوجد رقم هاتف لحسابك",
    phoneText: "صار رقمه لشخص آخر. أضف رقمًا آخر.",
    setPhone: "إضافة رقم",
  },
});
