// SPDX-License-Identifier: MIT
#include "core/domain/postcode.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// BS 7666: Q, V and X never stand first, I, J and Z never second.
bool isFirst(QChar c)
{
    return c >= u'A' && c <= u'Z' && !QStringView(u"QVX").contains(c);
}

bool isSecond(QChar c)
{
    return c >= u'A' && c <= u'Y' && !QStringView(u"IJ").contains(c);
}

bool isInwardLetter(QChar c)
{
    return c >= u'A' && c <= u'Z' && !QStringView(u"CIKMOV").contains(c);
}

// A9, A99, A9A, AA9, AA99, AA9A; `code` has 2 to 4 characters.
bool isOutward(QStringView code)
{
    if (!isFirst(code[0]))
        return false;
    const bool twoLetters = isSecond(code[1]);
    const QStringView rest = code.sliced(twoLetters ? 2 : 1);
    if (rest.isEmpty() || rest.size() > 2 || !isDigit(rest[0]))
        return false;
    if (rest.size() == 1 || isDigit(rest[1]))
        return true;
    return QStringView(twoLetters ? u"ABEHMNPRVWXY" : u"ABCDEFGHJKPSTUW").contains(rest[1]);
}

bool isInward(QStringView code)
{
    return isDigit(code[0]) && isInwardLetter(code[1]) && isInwardLetter(code[2]);
}

} // namespace

Result<Postcode> Postcode::parse(QStringView text)
{
    constexpr std::size_t longest = 7;
    std::array<QChar, longest> letters;
    std::size_t count = 0;
    for (const QChar c : text) {
        if (!c.isLetterOrNumber())
            continue;
        if (count == longest || c.unicode() > 0x7f)
            return fail(ErrorCode::InvalidInput, u"not a postcode"_s);
        letters[count++] = c.unicode() >= u'a' ? QChar(c.unicode() - 0x20) : c;
    }
    if (count < 5)
        return fail(ErrorCode::InvalidInput, u"not a postcode"_s);

    const QStringView whole(letters.data(), static_cast<qsizetype>(count));
    const QStringView outward = whole.chopped(3);
    const QStringView inward = whole.last(3);
    if (!isOutward(outward) || !isInward(inward))
        return fail(ErrorCode::InvalidInput, u"not a postcode"_s);
    QString written;
    written.reserve(whole.size() + 1);
    written += outward;
    written += u' ';
    written += inward;
    return Postcode(written);
}

QString Postcode::compact() const
{
    QString text = m_text;
    return text.remove(u' ');
}

QString Postcode::outward() const
{
    return m_text.chopped(4);
}

} // namespace reeve::domain
