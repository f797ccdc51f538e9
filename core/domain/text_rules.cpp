// SPDX-License-Identifier: MIT
#include "core/domain/text_rules.h"

#include "core/domain/card_data.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\t';
}

bool isStorable(QStringView text, LineBreaks lineBreaks)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0)) {
            if (lineBreaks == LineBreaks::Refused || !isLineBreak(c))
                return false;
        } else if (c.isSurrogate()) {
            if (!c.isHighSurrogate() || i + 1 == text.size() || !text[i + 1].isLowSurrogate())
                return false;
            ++i;
        }
    }
    return true;
}

} // namespace

Result<> checkText(QStringView text, QStringView field, qsizetype limit, LineBreaks lineBreaks)
{
    if (text.size() > limit)
        return fail(ErrorCode::InvalidInput, field.toString() + u" is too long"_s);
    if (!isStorable(text, lineBreaks))
        return fail(ErrorCode::InvalidInput, field.toString() + u" holds a control character"_s);
    if (holdsCardData(text))
        return fail(ErrorCode::CardNumber, field.toString() + u" holds payment card data"_s);
    return {};
}

} // namespace reeve::domain
