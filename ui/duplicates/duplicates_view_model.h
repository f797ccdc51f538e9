// SPDX-License-Identifier: MIT
#pragma once

#include "ui/duplicates/duplicate_model.h"
#include "ui/duplicates/pair_view_model.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace reeve::ui {

// The review of duplicates: searched for, gone through one by one, decided, and the last decisions taken back. Knows no
// widget; nothing waits.
class DuplicatesViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DuplicatesViewModel)

public:
    enum class State { NotSearched, Searching, Listed, Stopped, Failed };
    enum class Done { NotSame, Later, Merged, TakenBack, Undone };

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

    // What is listed was said not to be the same; else it waits for a review.
    [[nodiscard]] bool isDecidedList() const noexcept { return m_isDecidedList; }

    // Lists what waits to be looked at; searches where nothing does and nobody has searched yet, or waits for the
    // search that is under way in the background. A decision that is under way comes first: what is listed tells of it.
    void lookUp();
    // Lists what was said not to be the same, with a decision that is under way.
    void showDecided();
    void search();
    void stop();
    // Lists the next page as well, where there is one and room for it: as a view that has come to the end wants, or
    // whoever has decided nearly all that is listed.
    void more();
    // Shows the pair of this row; -1 shows none.
    void open(int row);
    // Of the pair that is shown: NotSame or Later. Does nothing before it is shown: nobody decides what they do not
    // see.
    void decide(domain::PairVerdict verdict);
    // Of the pair that is shown, in the list of those that were decided: they may be one person after all.
    void takeBack();
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
        std::optional<domain::MergeEventId> merge = {};
    };

    enum class List { Waiting, Decided };

    void fetch(List wanted);
    void fetched(List wanted, const Result<services::DuplicateList> &list);
    [[nodiscard]] bool isDeciding() const; // or merging
    void setDeciding(bool isDeciding);
    void fetchWanted();
    [[nodiscard]] bool mayDecide() const;
    void carryOut(const Decision &decision, const QFuture<Result<>> &future);
    void finished(const Result<services::DuplicateList> &list);
    void setNext(const std::optional<services::DuplicatePlace> &next);
    void append(const services::DuplicateList &page);
    void follow(const std::shared_ptr<services::DuplicateSearch> &search);
    void lookAtProgress();
    void take(int row, bool putLast);
    void decided(const Decision &decision, const Result<> &result);
    void putBack(const Decision &decision);

    services::DuplicateService &m_duplicates;
    const services::MergeService &m_merges;
    DuplicateModel m_model;
    PairViewModel m_pair;
    QTimer m_poll;
    std::shared_ptr<services::DuplicateSearch> m_search;
    bool m_isFollowing = false; // m_search is the one in the background
    State m_state = State::NotSearched;
    qint64 m_people = 0;
    qint64 m_found = 0;
    int m_open = -1;
    bool m_isDeciding = false;
    bool m_isDecidedList = false;
    quint64 m_decisions = 0;                        // carried out, or tried: what was read before the last one is old
    std::optional<services::DuplicatePlace> m_next; // where the next page of what is listed begins
    bool m_isFetchingMore = false;
    quint64 m_listing = 0;        // which list is shown, counted
    quint64 m_request = 0;        // the list that was asked for last is the one that is shown
    std::optional<List> m_wanted; // once the decision is made
    std::vector<Decision> m_done;
};

} // namespace reeve::ui
