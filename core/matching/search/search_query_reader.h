// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_query.h"

#include <QDate>
#include <QStringList>

namespace reeve::matching {

// Reads the tokens of one query from left to right: each of the functions below takes as many tokens as belong to what
// it knows, adds their word and says how many that were; 0 when it is something else. For one call only.
class SearchQueryReader final
{
public:
    SearchQueryReader(QStringList tokens, QDate today) : m_tokens(std::move(tokens)), m_today(today) {}

    [[nodiscard]] SearchQuery read();

private:
    qsizetype readNext();
    qsizetype uprn();
    qsizetype label(); // nhs no.
    qsizetype email();
    qsizetype writtenDate(); // 21/6/1979, 1979-06-21, and their beginnings
    qsizetype spokenDate();  // 21 June 1979, 21st of June 1979, June 1979
    qsizetype joinedDate();  // 21-Jun-1979, 21jun79
    qsizetype spacedDate();  // 21 6 1979
    qsizetype aboutYear();   // about 1979
    qsizetype niNumber();
    qsizetype postcode();
    qsizetype phoneWithExtension(); // 01632 960777 ext 42
    qsizetype phone();
    qsizetype groupedDigits(); // 999 000 0018
    qsizetype houseLetter();   // 31 b
    qsizetype digits();
    qsizetype title();
    qsizetype nameInTwo();   // O Brien
    qsizetype nameInOne();   // 张小明
    qsizetype nameAndYear(); // hesketh1951
    qsizetype mixed();
    qsizetype words();

    struct Postcode
    {
        qsizetype count = 0; // tokens; 0 when there is none
        QString code;
    };
    [[nodiscard]] Postcode oddPostcode() const;

    [[nodiscard]] qsizetype left() const { return m_tokens.size() - m_at; }
    [[nodiscard]] const QString &token(qsizetype ahead = 0) const { return m_tokens.at(m_at + ahead); }
    [[nodiscard]] QString joined(qsizetype count) const { return m_tokens.mid(m_at, count).join(u' '); }
    [[nodiscard]] bool isLast(qsizetype count) const { return count == left(); }
    [[nodiscard]] int fullYear(QStringView digits) const;
    qsizetype monthAndYear(qsizetype yearAt);
    void readDate(SearchWord &word, int day, int month, QStringView year) const;
    static void readGroups(std::vector<SearchWord::Code> &codes, QStringView digits);
    SearchWord &add(qsizetype count);
    static void addForm(SearchWord &word, const QString &text, Cost cost = 0, bool isNumber = false);
    static void addName(SearchWord &word, const QString &folded);
    void addNeighbours(SearchWord &word, const QString &folded) const;
    static void addStreetWords(SearchWord &word, QStringView folded);

    QStringList m_tokens;
    QDate m_today;
    qsizetype m_at = 0;
    SearchQuery m_query;
};

} // namespace reeve::matching
