// SPDX-License-Identifier: MIT
#include "core/matching/query_reader.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

namespace {

constexpr qsizetype longestQuery = 200;
constexpr qsizetype mostTokens = 24;

QStringList tokensOf(QStringView query)
{
    const QStringView trimmed = query.trimmed();
    QString text = trimmed.first(std::min(trimmed.size(), longestQuery)).toString();
    for (QChar &c : text) {
        if (c.isSpace() || c == u',' || c == u';')
            c = u' ';
    }
    return text.split(u' ', Qt::SkipEmptyParts).mid(0, mostTokens);
}

} // namespace

std::vector<QueryWord> parseQuery(QStringView query, QDate today)
{
    return QueryReader(tokensOf(query), today).read();
}

} // namespace reeve::matching
