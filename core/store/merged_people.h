// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/merged_fields.h"
#include "core/store/person_row.h"

#include <optional>

namespace reeve::store {

// Keeps the rows of person that are one human being as they should be shown: the survivor's with everything that is
// known of all of them, the others' as they were, and only the survivor in the search index. Both what a row holds and
// what is found follow from the merge events and the records' own fields alone.
//
// Whoever writes a row of person that has a survivor calls refresh() afterwards, in the same transaction.
class MergedPeople final
{
public:
    explicit MergedPeople(Connection &connection) noexcept : m_connection(connection), m_rows(connection) {}

    // Brings the rows of this record, and of all that any merge ever joined to it, up to date.
    [[nodiscard]] Result<> refresh(domain::PersonId record) const;
    // The same for many, each person once. Quick where nothing is merged.
    [[nodiscard]] Result<> refreshAll(const std::vector<domain::PersonId> &records) const;

    // The record's own fields, whatever it is shown with; none when there is no such row.
    struct Own
    {
        qint64 revision = 0;
        QJsonObject fields;
    };
    [[nodiscard]] Result<std::optional<Own>> own(domain::PersonId record) const;

    // The own fields of the records that are not erased: what foldFields() is given.
    [[nodiscard]] Result<domain::Originals> originals(const domain::RecordSet &records) const;

private:
    struct Base
    {
        PersonRow row;
        QByteArray centre; // the centre's state alone
        QByteArray own;    // with waiting edits laid over it
        bool hasEdits = false;
    };
    [[nodiscard]] Result<std::optional<Base>> baseOf(domain::PersonId record) const;
    [[nodiscard]] Result<> showGroup(const domain::MergeGraph &graph, const domain::RecordSet &records) const;
    [[nodiscard]] Result<> showAlone(const Base &base) const;
    [[nodiscard]] Result<> showMerged(const Base &base, domain::PersonId survivor, const QJsonObject &fields) const;
    [[nodiscard]] Result<> setSurvivor(domain::PersonId record, std::optional<domain::PersonId> survivor) const;

    Connection &m_connection;
    PersonRows m_rows;
};

} // namespace reeve::store
