// SPDX-License-Identifier: MIT
#include "core/services/sample/word_list.h"

#include <QList>

#include <algorithm>

namespace reeve::services {

WordList WordList::ranked(QStringView words)
{
    WordList list;
    quint32 rank = 0;
    const auto all = words.split(u' ', Qt::SkipEmptyParts);
    for (const QStringView word : all)
        list.add(word, 100'000 / (12 + 2 * rank++));
    return list;
}

WordList WordList::even(QStringView words)
{
    WordList list;
    const auto all = words.split(u' ', Qt::SkipEmptyParts);
    for (const QStringView word : all)
        list.add(word, 1);
    return list;
}

WordList WordList::weighted(QStringView words)
{
    WordList list;
    const auto all = words.split(u' ', Qt::SkipEmptyParts);
    for (const QStringView word : all) {
        const qsizetype colon = word.lastIndexOf(u':');
        list.add(word.first(colon), word.sliced(colon + 1).toUInt());
    }
    return list;
}

const QString &WordList::pick(Dice &dice) const
{
    const quint32 point = dice.below(m_sums.back());
    const auto found = std::upper_bound(m_sums.begin(), m_sums.end(), point);
    return m_words[static_cast<std::size_t>(found - m_sums.begin())];
}

void WordList::add(QStringView word, quint32 weight)
{
    m_words.push_back(word.toString().replace(u'_', u' '));
    m_sums.push_back((m_sums.empty() ? 0 : m_sums.back()) + weight);
}

} // namespace reeve::services
