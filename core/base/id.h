// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QHashFunctions>
#include <QUuid>

#include <mutex>

namespace reeve {

// The identity of one record, typed by what it identifies, so that a person's id cannot be passed for an
// interaction's. Always a UUID; null only when default-constructed. Plain value.
template <typename Tag>
class Id final
{
public:
    Id() noexcept = default;
    explicit Id(QUuid uuid) noexcept : m_uuid(uuid) {}

    // The canonical 36-character form, any letter case. InvalidInput for anything else, and for the null UUID.
    [[nodiscard]] static Result<Id> parse(QStringView text)
    {
        const QUuid uuid = text.size() == 36 ? QUuid::fromString(text) : QUuid();
        if (uuid.isNull())
            return fail(ErrorCode::InvalidInput, QStringLiteral("not a UUID"));
        return Id(uuid);
    }

    [[nodiscard]] bool isNull() const noexcept { return m_uuid.isNull(); }
    [[nodiscard]] const QUuid &uuid() const noexcept { return m_uuid; }
    [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id &a, const Id &b) noexcept { return a.m_uuid == b.m_uuid; }
    friend bool operator!=(const Id &a, const Id &b) noexcept { return a.m_uuid != b.m_uuid; }
    friend bool operator<(const Id &a, const Id &b) noexcept { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return ::qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

// Makes UUIDv7 (RFC 9562 §5.7): time-ordered, so that a table keyed by it grows at one end. Strictly increasing
// within one source, also when the clock steps back. Thread-safe.
class IdSource final
{
public:
    // Random bits from the operating system. `clock` must outlive the source.
    explicit IdSource(const Clock &clock);

    // Random bits from a generator with this seed: the same ids in every run, for tests and sample data.
    IdSource(const Clock &clock, quint64 seed);

    [[nodiscard]] QUuid next();

    template <typename Tag>
    [[nodiscard]] Id<Tag> next()
    {
        return Id<Tag>(next());
    }

private:
    [[nodiscard]] quint64 random();

    const Clock &m_clock;
    const bool m_seeded;
    std::mutex m_mutex;    // guards what follows
    quint64 m_state = 0;   // of the seeded generator (splitmix64)
    qint64 m_lastTick = 0; // milliseconds << 12 | counter
};

} // namespace reeve
