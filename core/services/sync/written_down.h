// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/outbox.h"

#include <QJsonValue>
#include <QStringList>

#include <vector>

namespace reeve::services {

// What an entry asked the centre to write, for whoever has to decide about it. Of restricted items it is only said how
// many there are: what they say stays behind their own permission.
struct WrittenDown
{
    // One field of a person (person_fields.h). `was` is null for a person who is new.
    struct Field
    {
        QString field;
        QJsonValue was;
        QJsonValue now;

        friend bool operator==(const Field &, const Field &) = default;
    };

    std::vector<Field> fields;
    QStringList notes; // of an interaction
    int restrictedItems = 0;
    std::vector<domain::PersonId> records; // of a merge, or what was said about one: whom it is about

    friend bool operator==(const WrittenDown &, const WrittenDown &) = default;
};

// Nothing of what cannot be read: an entry of a newer version, or one whose payload was given up.
[[nodiscard]] WrittenDown writtenDown(const store::OutboxEntry &entry);

} // namespace reeve::services
