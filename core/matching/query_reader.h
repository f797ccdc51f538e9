// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/normalise.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace reeve::matching {

// Reads the tokens of one query from left to right: each of the functions below takes as many tokens as belong to
// what it knows, adds their word and says how many that were; 0 when it is something else. For one call only.
class QueryReader final
{
public:
    QueryReader(QStringList tokens, QDate today) : m_tokens(std::move(tokens)), m_today(today) {}

    [[nodiscard]] std::vector<QueryWord> read();

private:
    qsizetype email();
    qsizetype date();
    qsizetype monthAndYear();
    qsizetype niNumber();
    qsizetype phone();
    qsizetype beginningOfPhone();
    qsizetype digitGroups();
    qsizetype postcode();
    qsizetype nameInTwo();
    qsizetype words();

    [[nodiscard]] qsizetype left() const { return m_tokens.size() - m_at; }
    [[nodiscard]] const QString &token(qsizetype ahead = 0) const { return m_tokens.at(m_at + ahead); }
    [[nodiscard]] QString joined(qsizetype count, QChar between) const;
    [[nodiscard]] bool isLast(qsizetype count) const { return count == left(); }
    bool addDate(const QString &text, bool isShortYear, qsizetype count);
    void add(qsizetype count, QStringList alternatives, bool isPrefix);

    QStringList m_tokens;
    QDate m_today;
    qsizetype m_at = 0;
    std::vector<QueryWord> m_words;
};

} // namespace reeve::matching
