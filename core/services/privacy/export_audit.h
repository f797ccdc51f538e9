// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/desk.h"

#include <QFuture>
#include <QUuid>

#include <optional>

namespace reeve::services {

// People's records that leave the desk as text: what a command prints, a script or a file may keep.
struct RecordsOut
{
    // people_searched, notes_searched, person_shown, interaction_shown, duplicates_listed, occupants_listed
    QString action;
    QString question = {}; // what was asked; only its hash is kept, for it may be somebody's name
    std::optional<QUuid> person = {};
    std::optional<QUuid> interaction = {};
    QString reason = {};
    QString outcome = QStringLiteral("done"); // "started" of a long list, whose end says how much it was
    std::optional<qint64> questions = {};     // of many asked at once
    std::optional<qint64> records = {};       // how many were found
};

// Their trace in the desk's audit chain. Print once it is durable, so that nothing is out without one. Callable from
// any thread; `desk` must outlive the future.
[[nodiscard]] QFuture<Result<>> noteRecordsOut(Desk &desk, const RecordsOut &out);

} // namespace reeve::services
