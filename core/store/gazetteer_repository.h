// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/gazetteer_record.h"
#include "core/store/connection.h"

#include <optional>
#include <vector>

namespace reeve::store {

// What gazetteer is in use. A load writes a generation of its own and setState() puts it in use.
struct GazetteerState
{
    qint64 generation = 0;
    std::optional<Instant> processedAt; // when the council wrote the last file that is in
    int volume = 0;
    std::optional<Instant> loadedAt; // none while there is no gazetteer

    friend bool operator==(const GazetteerState &, const GazetteerState &) = default;
};

// One way of writing an address, as it is found.
struct GazetteerEntry
{
    qint64 uprn = 0;
    QString text; // one line without postcode
    QString postcode;
    QString language; // "ENG", "CYM"
    int status = 1;   // 1 approved, 3 alternative, 6 provisional, 8 historical

    friend bool operator==(const GazetteerEntry &, const GazetteerEntry &) = default;
};

// One thing that is asked for, in the ways it may be written: the words of at least one of them must stand in the
// address, all of them and in no order. Words are folded and have no spaces.
using GazetteerWording = std::vector<QStringList>;

// The council's list of addresses. Runs inside the caller's transaction.
class GazetteerRepository final
{
public:
    explicit GazetteerRepository(Connection &connection) noexcept : m_connection(connection) {}

    [[nodiscard]] Result<GazetteerState> state() const;
    [[nodiscard]] Result<> setState(const GazetteerState &state) const;

    // Applying a row twice is applying it once; removing what is not there is not an error.
    [[nodiscard]] Result<> apply(qint64 generation, const domain::GazetteerRow &row) const;

    // Writes the text of up to `atMost` addresses that changed; how many it wrote. They are found from then on.
    [[nodiscard]] Result<int> compose(qint64 generation, int atMost) const;

    // Removes up to `atMost` addresses of other generations, and with the last of them the rest; how many addresses.
    [[nodiscard]] Result<qint64> removeOthers(qint64 keep, int atMost) const;

    // Everything asked for must stand in the address, in no order; the last word may be the beginning of one.
    [[nodiscard]] Result<std::vector<GazetteerEntry>> search(const std::vector<GazetteerWording> &question,
                                                             int atMost) const;

    // The words of all names of streets, villages and towns, folded, each once.
    [[nodiscard]] Result<QStringList> streetWords() const;

    // Approved ways of writing it first, both languages.
    [[nodiscard]] Result<std::vector<GazetteerEntry>> ofProperty(qint64 uprn) const;

    struct Count
    {
        qint64 addresses = 0;
        qint64 properties = 0;
    };
    [[nodiscard]] Result<Count> count() const;

private:
    Connection &m_connection;
};

} // namespace reeve::store
