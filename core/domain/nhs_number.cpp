// SPDX-License-Identifier: MIT
#include "core/domain/nhs_number.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

// NHS Data Dictionary: weights 10 to 2, modulus 11; a check digit of 10 means that the number is never issued.
bool hasRightCheckDigit(QStringView digits)
{
    int sum = 0;
    for (int i = 0; i < 9; ++i)
        sum += (digits[i].unicode() - u'0') * (10 - i);
    const int check = (11 - sum % 11) % 11;
    return check != 10 && check == digits[9].unicode() - u'0';
}

} // namespace

Result<NhsNumber> NhsNumber::parse(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isSpace() || c.category() == QChar::Punctuation_Dash)
            continue;
        if (c < u'0' || c > u'9' || digits.size() == 10)
            return fail(ErrorCode::InvalidInput, u"an NHS number has ten digits"_s);
        digits += c;
    }
    if (digits.size() != 10)
        return fail(ErrorCode::InvalidInput, u"an NHS number has ten digits"_s);
    if (!hasRightCheckDigit(digits))
        return fail(ErrorCode::InvalidInput, u"the check digit of the NHS number is wrong"_s);
    return NhsNumber(digits);
}

QString NhsNumber::toString() const
{
    return m_digits.first(3) + u' ' + m_digits.sliced(3, 3) + u' ' + m_digits.last(4);
}

} // namespace reeve::domain
