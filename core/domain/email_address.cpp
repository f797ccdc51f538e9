// SPDX-License-Identifier: MIT
#include "core/domain/email_address.h"

#include <QList>

#include <algorithm>
#include <string_view>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

constexpr qsizetype longestAddress = 254;
constexpr qsizetype longestLocalPart = 64;
constexpr qsizetype longestLabel = 63;

bool isVisible(QChar c)
{
    if (c.unicode() < 0x80)
        return c.unicode() > 0x20 && c.unicode() != 0x7f;
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format: // zero-width and direction marks: two addresses that look the same would differ
    case QChar::Other_NotAssigned:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

bool isLocalPart(QStringView local)
{
    constexpr qsizetype mostBytesOfLetter = 3; // of one UTF-16 unit, as UTF-8
    if (local.isEmpty() ||
        (local.size() * mostBytesOfLetter > longestLocalPart && local.toUtf8().size() > longestLocalPart))
        return false;
    if (local.size() > 2 && local.startsWith(u'"') && local.endsWith(u'"'))
        return !local.sliced(1, local.size() - 2).contains(u'"');
    if (local.startsWith(u'.') || local.endsWith(u'.') || local.contains(u".."))
        return false;
    return std::none_of(local.begin(), local.end(), [](QChar c) {
        return std::u16string_view(u"()<>[]:;,@\\\"").find(c.unicode()) != std::u16string_view::npos;
    });
}

bool isLabel(QStringView label)
{
    if (label.isEmpty() || label.size() > longestLabel || label.startsWith(u'-') || label.endsWith(u'-'))
        return false;
    return std::all_of(label.begin(), label.end(), [](QChar c) {
        return c == u'-' || (c.unicode() < 0x80 ? c.isLetterOrNumber() : c.isLetterOrNumber() || c.isMark());
    });
}

bool isDomain(QStringView domain)
{
    const auto labels = domain.split(u'.');
    if (labels.size() < 2 || !std::all_of(labels.begin(), labels.end(), isLabel))
        return false;
    const QStringView top = labels.back(); // 192.0.2.1 is no name
    return !std::all_of(top.begin(), top.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

Result<EmailAddress> EmailAddress::parse(QStringView text)
{
    const QStringView address = text.trimmed();
    if (address.size() > longestAddress)
        return fail(ErrorCode::InvalidInput, u"an e-mail address has at most 254 characters"_s);
    if (!address.isValidUtf16() || !std::all_of(address.begin(), address.end(), isVisible))
        return fail(ErrorCode::InvalidInput, u"an e-mail address has no spaces or control characters"_s);

    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 0 || !isLocalPart(address.first(at)))
        return fail(ErrorCode::InvalidInput, u"the part before the @ cannot be one"_s);
    if (!isDomain(address.sliced(at + 1)))
        return fail(ErrorCode::InvalidInput, u"the part after the @ cannot be one"_s);
    return EmailAddress(address.first(at + 1).toString() + address.sliced(at + 1).toString().toLower());
}

} // namespace reeve::domain
