// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/gazetteer_record.h"
#include "core/services/session/desk.h"

#include <QFuture>

#include <vector>

namespace reeve::services {

// Brings the council's list of addresses in. A load of full files is written beside the list in use and takes its
// place in finish(): until then, and after an interruption, the old one is searched. Change-only files alter the list
// in use, and must come in the order the council wrote them.
// Callable from any thread, one call after the other; `desk` must outlive it.
class GazetteerImport final
{
public:
    explicit GazetteerImport(Desk &desk) noexcept : m_desk(desk) {}

    enum class OlderList { Refused, Accepted };

    // Call before the rows of one load: full files of one date (several tiles of one delivery), or one change-only
    // file. Removes what an interrupted load left. InvalidInput when a change-only file is not newer than what is in,
    // or comes before any full file, and when a full one is older than what is in, unless that is `accepted`; nothing
    // was changed then.
    [[nodiscard]] QFuture<Result<>> begin(const domain::GazetteerHeader &header,
                                          OlderList accepted = OlderList::Refused);

    // One transaction. An answer for each row, in order: a bad one fails only itself. Rows are cells as they came.
    [[nodiscard]] QFuture<Result<std::vector<Result<>>>> store(const std::vector<QStringList> &rows);

    // One step of what is left after the rows: true while there is more to do, false once the list is in use.
    // InvalidInput when no row of a full load was an address: the list that was in use still is.
    [[nodiscard]] QFuture<Result<bool>> finishStep();

private:
    Desk &m_desk;
    domain::GazetteerHeader m_header;
    qint64 m_generation = 0;
    qint64 m_addresses = 0; // that this load brought
};

} // namespace reeve::services
