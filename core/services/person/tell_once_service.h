// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"
#include "core/services/person/written_marks.h"

#include <QStringList>

namespace reeve::services {

// Why a number or an address reaches nobody.
enum class UnreachableWhy { WrongNumber, NoLongerInUse, Bounced, ReturnedPost };
[[nodiscard]] QString toCode(UnreachableWhy why); // "wrong_number", "not_in_use", "bounced", "returned_post"
[[nodiscard]] std::optional<UnreachableWhy> parseUnreachableWhy(QStringView code);

// Which of them can be said of a field, likeliest first: a mail comes back from no telephone. Of a contact point,
// `kind` is what it is. None of a field by which nobody is reached.
[[nodiscard]] std::vector<UnreachableWhy> unreachableReasons(QStringView field, domain::ContactKind kind);

struct DeathNotice
{
    domain::PartialDate date;
    ToldBy told;
    bool isVerified = false; // a certificate was seen, or the registrar told
    // Whom one speaks to from now on; with the key of a relationship that is there, that one.
    std::optional<domain::Relationship> estate;
};

// So that people need to tell the council once: what they told is asked about, not asked for. All of it works offline,
// is durable when the future is finished, and never conflicts with what another desk says of the same value.
// Fields are named as in domain::toFields() of the person as shown. Callable from any thread; `desk` must outlive it.
class TellOnceService final
{
public:
    explicit TellOnceService(Desk &desk) noexcept : m_desk(desk) {}

    // "Still right." NotFound when the person or one of the fields is not there; nothing is confirmed then.
    [[nodiscard]] QFuture<Result<WrittenMarks>> confirm(domain::PersonId person, const QStringList &fields,
                                                        const ToldBy &told) const;

    // It reaches nobody: not offered any more (core/domain/may_contact.h), until it is told or confirmed again.
    // InvalidInput for anything but a contact point or an address, and for a reason that is none of such
    // (unreachableReasons()); NotFound.
    [[nodiscard]] QFuture<Result<WrittenMarks>> markUnreachable(domain::PersonId person, const QString &field,
                                                                UnreachableWhy why, const ToldBy &told) const;

    // Somebody has died: from now on nothing is sent to them. What was known before is kept; a date that was recorded
    // already may be corrected or verified. InvalidInput for a day that has not come or is before the birth; NotFound.
    [[nodiscard]] QFuture<Result<>> recordDeath(domain::PersonId person, const DeathNotice &notice) const;

    // One of those who must know of the death (Policy::bereavement) was told. InvalidInput when they are none of them,
    // or the person is not known to have died; NotFound.
    [[nodiscard]] QFuture<Result<WrittenMarks>> passOn(domain::PersonId person, const QString &body) const;

    // It was a slip: all is as it was before one of confirm(), markUnreachable() and passOn(), unless more was said of
    // the same since, here or elsewhere, which stands. NotFound when the person is not there any more.
    [[nodiscard]] QFuture<Result<>> takeBack(const WrittenMarks &written) const;

private:
    Desk &m_desk;
};

} // namespace reeve::services
