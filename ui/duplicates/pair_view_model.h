// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sync/sync_service.h"
#include "ui/duplicates/pair_rows.h"

#include <QObject>

namespace reeve::ui {

// Two records side by side: read, compared, and merged with a choice for each field. Knows no widget; nothing waits.
class PairViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PairViewModel)

public:
    enum class State { Empty, Loading, Shown, Merging, Failed };

    // All must outlive it. Read afresh when `sync` says that something of either is new.
    PairViewModel(services::DuplicateService &duplicates, const services::MergeService &merges,
                  services::SyncService &sync, QObject *parent = nullptr);

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] const services::PairReview &review() const noexcept { return m_review; } // while Shown or Merging
    [[nodiscard]] std::vector<PairRow> rows() const { return pairRows(m_review, m_chosen); }
    // The fields are being chosen; else the two are only looked at.
    [[nodiscard]] bool isChoosing() const noexcept { return m_isChoosing; }
    // Somebody said that the two are not the same: merging them says otherwise.
    [[nodiscard]] bool isContradiction() const;

    // The older record survives: which one does makes no difference to anybody but a database.
    void show(const domain::PersonId &a, const domain::PersonId &b);
    void clear();
    void setChoosing(bool isChoosing);
    void choose(const QString &field, domain::MergeSide side);
    void merge();

signals:
    void changed();
    void merged(const reeve::domain::MergeEventId &event, const reeve::domain::PersonId &survivor);
    void failed(reeve::ErrorCode code); // Conflict: they were decided not to be the same, meanwhile

private:
    void load();

    services::DuplicateService &m_duplicates;
    const services::MergeService &m_merges;
    services::SyncService &m_sync;
    State m_state = State::Empty;
    domain::PersonId m_left;
    domain::PersonId m_right;
    services::PairReview m_review;
    std::map<QString, domain::MergeSide> m_chosen;
    bool m_isChoosing = false;
    quint64 m_request = 0;
};

} // namespace reeve::ui
