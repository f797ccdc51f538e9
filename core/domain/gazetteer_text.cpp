// SPDX-License-Identifier: MIT
#include "core/domain/gazetteer_record.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

// Words within a place name that stay small, in English and Welsh.
constexpr std::array smallWords{"and"_L1,  "at"_L1, "by"_L1, "in"_L1, "of"_L1, "on"_L1,  "the"_L1, "under"_L1,
                                "upon"_L1, "y"_L1,  "yr"_L1, "ar"_L1, "yn"_L1, "ger"_L1, "le"_L1,  "de"_L1};

bool startsWord(const QString &text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text[at - 1];
    if (before == u'\'' || before == u'\u2019') // O'Brien, but St John's
        return at >= 2 && (at < 3 || !text[at - 3].isLetter()) && at + 1 < text.size() && text[at + 1].isLetter();
    return !before.isLetterOrNumber();
}

} // namespace

QString usualCase(const QString &text)
{
    if (std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.isLower(); }))
        return text;
    QString usual = text.toLower();
    for (qsizetype at = 0; at < usual.size(); ++at) {
        if (startsWord(usual, at))
            usual[at] = usual[at].toUpper();
    }
    QStringList words = usual.split(u' ');
    for (qsizetype n = 1; n < words.size(); ++n) {
        const QString small = words[n].toLower();
        if (std::any_of(smallWords.begin(), smallWords.end(), [&small](auto word) { return small == word; }))
            words[n] = small;
    }
    return words.join(u' ');
}

QString composeAddress(const GazetteerAddress &address, const GazetteerStreet &street, const QString &organisation)
{
    const QString onStreet = QStringList{address.houseNumber, usualCase(street.street)}.join(u' ').trimmed();
    QStringList lines;
    for (const QString &line : {usualCase(organisation), usualCase(address.unit), usualCase(address.building), onStreet,
                                usualCase(street.locality), usualCase(street.town)}) {
        const bool isTold = lines.contains(line, Qt::CaseInsensitive); // a village is its own town
        if (!line.isEmpty() && !isTold)
            lines.append(line);
    }
    return lines.join(u", "_s);
}

} // namespace reeve::domain
