// SPDX-License-Identifier: MIT
#include "core/services/person/told_none.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

// The letters and digits of a cell, but for zeros, which say nothing.
QString lettersOf(const QString &cell)
{
    QString letters;
    for (const QChar c : cell) {
        if (c.isLetterOrNumber() && c != u'0')
            letters += c.toLower();
    }
    return letters;
}

} // namespace

bool saysNone(const QString &cell)
{
    static const QStringList words = {u"dim"_s,  u"na"_s,       u"nil"_s,      u"nk"_s,   u"no"_s,
                                      u"none"_s, u"notgiven"_s, u"notknown"_s, u"null"_s, u"refused"_s,
                                      u"tbc"_s,  u"unknown"_s,  u"withheld"_s};
    const QString letters = lettersOf(cell);
    return letters.isEmpty() || words.contains(letters);
}

bool saysNoPhone(const QString &cell)
{
    static const QStringList words = {u"exdir"_s, u"exdirectory"_s, u"nonumber"_s, u"nophone"_s, u"xd"_s};
    return saysNone(cell) || words.contains(lettersOf(cell));
}

} // namespace reeve::services
