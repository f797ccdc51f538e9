// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/interaction.h"
#include "core/store/connection.h"

#include <optional>
#include <vector>

namespace reeve::store {

// One word of a search in notes.
struct NoteWord
{
    QString text;                                 // any text: it is never read as an operator
    bool isPrefix = false;                        // half typed
    std::vector<domain::ReasonCode> reasons = {}; // interactions with one of these are meant too: "bin" is lgsl:524
};

// One interaction in whose notes the words stand.
struct NoteMatch
{
    // Where in `snippet` a word that was asked for stands.
    struct Mark
    {
        qsizetype begin = 0;
        qsizetype length = 0;
        friend bool operator==(const Mark &, const Mark &) = default;
    };

    domain::InteractionId interaction;
    std::optional<domain::PersonId> person; // who is shown for it
    Instant startedAt;
    domain::Channel channel = domain::Channel::Phone;
    domain::Direction direction = domain::Direction::Inbound;
    std::vector<domain::ReasonCode> reasons;
    QString snippet; // about 24 words around them, on one line
    std::vector<Mark> marks;
};

// Finds interactions by the words of their notes and their reasons, as far as NoteIndex has come. Runs on any
// connection.
class NoteSearch final
{
public:
    explicit NoteSearch(Connection &connection) noexcept : m_connection(connection) {}

    // Those in which every word stands, the newest first. A word without a letter or digit, or beyond the twelfth, is
    // passed over; without any there is no answer.
    [[nodiscard]] Result<std::vector<NoteMatch>> search(const std::vector<NoteWord> &words, int limit) const;

private:
    Connection &m_connection;
};

} // namespace reeve::store
