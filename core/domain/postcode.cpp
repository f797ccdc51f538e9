// SPDX-License-Identifier: MIT
#include "core/domain/postcode.h"

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
    QString compact;
    for (const QChar c : text) {
        if (!c.isLetterOrNumber())
            continue;
        if (compact.size() == 7 || c.unicode() > 0x7f)
            return fail(ErrorCode::InvalidInput, u"not a postcode"_s);
        compact += c.toUpper();
    }
    if (compact.size() < 5)
        return fail(ErrorCode::InvalidInput, u"not a postcode"_s);

    const QStringView whole(compact);
    if (!isOutward(whole.chopped(3)) || !isInward(whole.last(3)))
        return fail(ErrorCode::InvalidInput, u"not a postcode"_s);
    return Postcode(compact.insert(compact.size() - 3, u' '));
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
