// SPDX-License-Identifier: MIT
#include "core/domain/ni_number.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

// HMRC NIM39110, and the administrative prefixes other departments make up for people who have none.
constexpr std::array neverIssued = {u"BG", u"GB", u"NK", u"KN", u"TN", u"NT", u"ZZ", u"OO",
                                    u"CR", u"FY", u"MW", u"NC", u"PP", u"PY", u"PZ"};

bool isPrefix(QStringView prefix)
{
    const auto isLetter = [](QChar c) { return c >= u'A' && c <= u'Z' && !QStringView(u"DFIQUV").contains(c); };
    if (!isLetter(prefix[0]) || !isLetter(prefix[1]) || prefix[1] == u'O')
        return false;
    return std::none_of(neverIssued.begin(), neverIssued.end(),
                        [prefix](const char16_t *refused) { return prefix == QStringView(refused); });
}

} // namespace

Result<NiNumber> NiNumber::parse(QStringView text)
{
    QString compact;
    for (const QChar c : text) {
        if (c.isSpace())
            continue;
        if (compact.size() == 9)
            return fail(ErrorCode::InvalidInput, u"not a National Insurance number"_s);
        compact += c.toUpper();
    }
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (compact.size() != 9 || !isPrefix(QStringView(compact).first(2)) ||
        !std::all_of(compact.cbegin() + 2, compact.cbegin() + 8, isDigit) || compact[8] < u'A' || compact[8] > u'D')
        return fail(ErrorCode::InvalidInput, u"not a National Insurance number"_s);
    return NiNumber(compact);
}

} // namespace reeve::domain
