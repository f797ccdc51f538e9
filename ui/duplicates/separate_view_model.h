// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/merge/merge_service.h"

#include <QObject>

namespace reeve::ui {

// One merge that stands: which two records, who said so, and when.
struct StandingMerge
{
    domain::MergeEventId event;
    domain::PersonMerge merge;
    QString kept; // what the two records are called, told apart where they are called the same
    QString other;
    QString agent;
    Instant at;
    QString reason;
    bool isDisputed = false;
};

// One thing that came after a merge, and whose it is: nobody's until a person has said.
struct AssignedItem
{
    services::AfterMerge item;
    std::optional<domain::MergeSide> side; // Survivor: the record that was kept
};

// Taking a merge back: which one, and whose everything is that came after. Knows no widget; nothing waits.
class SeparateViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SeparateViewModel)

public:
    enum class State { Empty, Loading, Shown, Separating, Failed };

    explicit SeparateViewModel(const services::MergeService &merges, QObject *parent = nullptr);

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] const std::vector<StandingMerge> &merges() const noexcept { return m_standing; } // the latest first
    [[nodiscard]] int chosen() const noexcept { return m_chosen; }                                 // -1: none
    [[nodiscard]] const std::vector<AssignedItem> &items() const noexcept { return m_items; }      // of the chosen one
    [[nodiscard]] int unassigned() const;

    void load(const domain::PersonId &person);
    void clear();
    void choose(int merge);
    void assign(int item, domain::MergeSide side);
    void assignRest(domain::MergeSide side);
    // Does nothing while something is unassigned.
    void separate(const QString &reason, bool areDifferent);

signals:
    void changed();  // another merge, other items
    void assigned(); // the same items
    // `again` merges them once more, as they were.
    void separated(const reeve::services::MergeRequest &again);
    void failed(reeve::ErrorCode code);

private:
    void show(const services::MergeHistory &history);

    const services::MergeService &m_merges;
    State m_state = State::Empty;
    std::vector<StandingMerge> m_standing;
    int m_chosen = -1;
    std::vector<AssignedItem> m_items;
    quint64 m_request = 0;
};

} // namespace reeve::ui
