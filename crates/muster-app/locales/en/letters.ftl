# Letters. Nothing personal stands in them: whoever reads somebody's post learns nothing.

letters-subject = Your request { $reference }

letters-greeting = Hello,

letters-closing =
    With kind regards
    { $mission }

letters-genuine =
    Is this letter really from us? Type its number { $number } here:
    { $check }
    Everything here is free. We never ask for money. We never ask for a code by telephone or by mail.

letters-code =
    your code is { $code }.

    Type it on the page you have open. It works for 15 minutes.

    Did you not ask for a code? Then you need not do anything.

letters-code-sms = { $code } is your code for request { $reference }. It works for 15 minutes. Give it to nobody.

letters-return =
    you asked to go on with your request. Open this link and press the button:
    { $link }

    The link works once, for 30 minutes. Or type this code on the page you have open: { $code }. It works for 15 minutes.

    If you asked more than once, use the newest letter.

    Did you not ask for this? Then you need not do anything. Nobody else can open your request.

letters-return-sms = { $code } opens your request { $reference }. It works for 15 minutes. Give it to nobody.

letters-received =
    we have your request. Keep your receipt: it opens your request again.

    Do not resign from your work, and do not travel yet.

    Here you see what happens next, and by when you will know:
    { $link }

letters-question =
    we have a question about your request. Please answer it here within 14 days:
    { $link }

letters-interview =
    there is news about your interview. You see it here:
    { $link }

letters-decision =
    there is news about your request. You see it here:
    { $link }

letters-pass =
    there is news about your journey. Please read it before you leave:
    { $link }

letters-correction =
    we have looked at the correction you asked for. You see what became of it here:
    { $link }

letters-news-sms = There is news about your request { $reference }. Open the page where you applied to see it.
