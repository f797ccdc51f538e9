// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sample/dice.h"

#include <QString>

#include <vector>

namespace reeve::services {

// Words to pick from, each with a weight. Built once from a literal; picking allocates nothing.
class WordList final
{
public:
    // Words in order of frequency, separated by spaces ("_" stands for a space within one): the weights follow the
    // rank as those of names do (Zipf, flattened at the top).
    [[nodiscard]] static WordList ranked(QStringView words);
    // All alike.
    [[nodiscard]] static WordList even(QStringView words);
    // "word:weight" separated by spaces.
    [[nodiscard]] static WordList weighted(QStringView words);

    [[nodiscard]] const QString &pick(Dice &dice) const;

private:
    void add(QStringView word, quint32 weight);

    std::vector<QString> m_words;
    std::vector<quint32> m_sums; // of the weights up to and with each word
};

} // namespace reeve::services
