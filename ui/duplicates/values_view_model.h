// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/merge/merged_values.h"

#include <QObject>

#include <optional>

namespace reeve::ui {

// That a record's value of a field is shown: what is chosen, and what takes a choice back.
struct ShownValue
{
    domain::PersonId person;
    QString field;
    domain::PersonId record;
};

// The values in which the records of a merged person differ, and which of them is shown. Knows no widget; nothing
// waits.
class ValuesViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValuesViewModel)

public:
    enum class State { Empty, Loading, Shown, Choosing, Failed };

    // `merges` must outlive it.
    explicit ValuesViewModel(const services::MergeService &merges, QObject *parent = nullptr);

    [[nodiscard]] State state() const noexcept { return m_state; }
    // Contested ones first, then as one reads a person.
    [[nodiscard]] const std::vector<services::MergedValue> &values() const noexcept { return m_values; }

    void load(const domain::PersonId &person);
    void clear();
    // The one at `said` of the value at `value`.
    void choose(std::size_t value, std::size_t said);
    void choose(const ShownValue &wanted); // takes a choice back, whoever is open meanwhile

signals:
    void changed();
    // `before` takes it back; none where that is what was done.
    void chosen(const QString &field, const std::optional<reeve::ui::ShownValue> &before);
    void failed(reeve::ErrorCode code);

private:
    void tell(const ShownValue &wanted, const std::optional<ShownValue> &before);

    const services::MergeService &m_merges;
    State m_state = State::Empty;
    domain::PersonId m_person; // as it was asked for
    std::vector<services::MergedValue> m_values;
    quint64 m_request = 0;
};

} // namespace reeve::ui
