// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/services/session/desk.h"
#include "core/store/interaction_repository.h"

#include <QFuture>

#include <optional>
#include <vector>

namespace reeve::services {

using store::RestrictedMark;

// What is shown after a reason was given. Held in memory for the moment needed.
struct Revealed
{
    std::optional<domain::SpecialCategoryItem> specialCategory;
    std::optional<domain::CriminalOffenceItem> criminalOffence;
    bool isAtCentre = false; // not on this desk any more: SyncService::reveal() fetches it
};

// Special-category and criminal offence items: under need-to-know, asked for with a reason, every read audited,
// offline too. Callable from any thread; `desk` must outlive it.
class PrivacyService final
{
public:
    explicit PrivacyService(Desk &desk) noexcept : m_desk(desk) {}

    // Denied for those who may not know that any exist.
    [[nodiscard]] QFuture<Result<std::vector<RestrictedMark>>> itemsOf(domain::PersonId person) const;

    // The same for one interaction of this desk, of an anonymous caller too.
    [[nodiscard]] QFuture<Result<std::vector<RestrictedMark>>> itemsOf(domain::InteractionId interaction) const;

    // The same, asked for in order to read them all: InvalidInput without a reason, and a refusal leaves a trace with
    // it, as that of reveal() does.
    [[nodiscard]] QFuture<Result<std::vector<RestrictedMark>>> itemsToRead(domain::InteractionId interaction,
                                                                           const QString &reason) const;

    // The item's content while it still waits on this desk; `isAtCentre` otherwise. It is kept here only as long as
    // needed: once it is safe at the centre the outbox has emptied it. A link of the desk's audit chain
    // with the reason is saved first, in the same transaction: no reading without a trace; a refusal leaves one too.
    // Denied without the role; InvalidInput without a reason of at least 3 characters.
    [[nodiscard]] QFuture<Result<Revealed>> reveal(domain::RestrictedItemId id, const QString &reason) const;

    // To an interaction that is finished already, and goes where that went. InvalidInput, CardNumber; NotFound when the
    // desk does not have it. `item.id` may be null: one is made.
    [[nodiscard]] QFuture<Result<>> add(const domain::SpecialCategoryItem &item) const;
    [[nodiscard]] QFuture<Result<>> add(const domain::CriminalOffenceItem &item) const;

private:
    Desk &m_desk;
};

} // namespace reeve::services
