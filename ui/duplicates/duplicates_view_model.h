// SPDX-License-Identifier: MIT
#pragma once

#include "ui/duplicates/pair_view_model.h"
#include "ui/parts/stable_list_model.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace reeve::ui {

struct DuplicateRow
{
    services::DuplicateCandidate pair;

    [[nodiscard]] std::pair<domain::PersonId, domain::PersonId> key() const { return {pair.left.id, pair.right.id}; }
    friend bool operator==(const DuplicateRow &a, const DuplicateRow &b);
};

// Pairs to review. Roles as MatchRowDelegate has them.
class DuplicateModel final : public StableListModel<DuplicateRow>
{
    Q_OBJECT

public:
    using StableListModel::StableListModel;

    void setRows(std::vector<DuplicateRow> rows) { update(std::move(rows)); }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    void retranslate();
};

// The review of duplicates: searched for, gone through one by one, decided, and the last decisions taken back. Knows no
// widget; nothing waits.
class DuplicatesViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DuplicatesViewModel)

public:
    enum class State { NotSearched, Searching, Listed, Stopped, Failed };
    enum class Done { NotSame, Later, Merged, Undone };

    // All must outlive it.
    DuplicatesViewModel(services::DuplicateService &duplicates, const services::MergeService &merges,
                        services::SyncService &sync, QObject *parent = nullptr);
    ~DuplicatesViewModel() override;

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] int percent() const;
    [[nodiscard]] qint64 people() const noexcept { return m_people; } // looked through for this list; 0: it waited
    [[nodiscard]] qint64 found() const noexcept { return m_found; }   // pairs in all, more than are listed
    [[nodiscard]] DuplicateModel &model() noexcept { return m_model; }
    [[nodiscard]] PairViewModel &pair() noexcept { return m_pair; }
    [[nodiscard]] bool canUndo() const noexcept { return !m_done.empty() && !m_isDeciding; }

    // Lists what waits to be looked at; searches where nothing does and nobody has searched yet.
    void lookUp();
    void search();
    void stop();
    // Shows the pair of this row; -1 shows none.
    void open(int row);
    // Of the pair that is shown: NotSame or Later. Does nothing before it is shown: nobody decides what they do not
    // see.
    void decide(domain::PairVerdict verdict);
    void undo();

signals:
    void changed();          // state, progress, what can be undone
    void rowWanted(int row); // to be the current one now
    void done(Done what);    // for a message
    void failed(reeve::ErrorCode code);
    void localChange();
    void peopleChanged(); // merged or separated: who is on screen may be one of them

private:
    struct Decision
    {
        Done what;
        DuplicateRow row;
        int at = 0;
        std::optional<domain::MergeEventId> merge;
    };

    void finished(const Result<services::DuplicateList> &list);
    void take(int row, bool putLast);
    void decided(const Decision &decision, const Result<> &result);
    void putBack(const Decision &decision);

    services::DuplicateService &m_duplicates;
    const services::MergeService &m_merges;
    DuplicateModel m_model;
    PairViewModel m_pair;
    QTimer m_poll;
    std::shared_ptr<services::DuplicateSearch> m_search;
    State m_state = State::NotSearched;
    qint64 m_people = 0;
    qint64 m_found = 0;
    int m_open = -1;
    bool m_isDeciding = false;
    std::vector<Decision> m_done;
};

} // namespace reeve::ui
