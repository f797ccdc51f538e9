// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/merge/merge_service.h"
#include "core/services/person/person_service.h"

#include <QFuture>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace reeve::services {

// Two people on record who may be one, as a row of the review list shows them.
struct DuplicateCandidate
{
    PersonHit left; // the older record
    PersonHit right;
    double probability = 0;
    matching::MatchOutcome outcome = matching::MatchOutcome::Low;
    matching::MatchCaution caution = matching::MatchCaution::None;
    std::vector<matching::MatchReason> reasons;
    bool isPutOff = false; // somebody said "later"

    // Of a pair that was decided: who said so, and when.
    struct Said
    {
        QString agent;
        Instant at;
        QString reason;
    };
    std::optional<Said> said = {};
};

// Where a list of pairs has come to, as the service said it. It stays where it is, whatever is found, decided or taken
// back meanwhile: the page behind it begins with the next pair that is still to be listed, and none comes twice, unless
// it was put off meanwhile and comes with those.
struct DuplicatePlace
{
    bool isPutOff = false;
    double probability = 0;
    qint64 number = 0;             // of a pair that waits; of a decision its order
    domain::MergeEventId decision; // of a decision
};

struct DuplicateList
{
    std::vector<DuplicateCandidate> pairs; // likeliest first, those that were put off last
    qint64 found = 0;  // of a first page: pairs in all; `pairs` holds DuplicateService::limit of them at most
    qint64 people = 0; // looked through
    std::optional<DuplicatePlace> next = {}; // there may be more behind; none: this is the end
};

// A search for duplicates that is under way, shared by the one who asked and the thread that works. Thread-safe.
struct DuplicateSearch
{
    std::atomic<int> percent{0};
    std::atomic<bool> isCancelled{false};
    std::atomic<bool> isBegun{false}; // of one in the background: it was due
    std::atomic<bool> isFinished{false};
};

// One of the two in a review.
struct ReviewedPerson
{
    PersonHit hit;
    int records = 1;      // that are shown as this person
    int interactions = 0; // as far as this desk has the timeline
    std::optional<Instant> lastInteraction;
};

// All that a person needs to decide about two records, and what merging them would show.
struct PairReview
{
    MergePreview preview;
    ReviewedPerson survivor;
    ReviewedPerson absorbed;
    matching::PersonMatch match;
    QStringList why; // codes of what speaks for it: "family_name:same"; for MergeRequest
    QString model;   // which version of the matching says so

    // What those are called to whom either is related, by the id their record is named with; without those who are
    // not on this desk.
    std::map<QString, QString> related;
};

// What speaks for a pair, as it is written down: "family_name:same".
[[nodiscard]] QStringList codesOf(const std::vector<matching::MatchReason> &reasons);

// Finds people who are on record twice, for a person to review; decisions are MergeService's. Called from one thread;
// `desk` must outlive it. Destroying it cancels and waits for what is under way.
class DuplicateService final
{
public:
    static constexpr std::size_t limit = 200; // pairs on a page

    explicit DuplicateService(Desk &desk);
    DuplicateService(const DuplicateService &) = delete;
    DuplicateService &operator=(const DuplicateService &) = delete;
    ~DuplicateService();

    // Everybody on this desk against everybody else, on a thread of its own; reads page by page, so that a search by
    // name in between does not wait. Pairs somebody has said are not the same are left out, until a field that is
    // compared changes. What it finds waits from then on. Cancelled when `search` says so. One at a time: another is
    // cancelled first.
    [[nodiscard]] QFuture<Result<DuplicateList>> find(const std::shared_ptr<DuplicateSearch> &search);

    // Whether many people came at once, with a first load, and nobody has searched among everybody since.
    [[nodiscard]] QFuture<Result<bool>> isSearchDue() const;
    // Where that is due, and unless a search is under way: find() in the background, once everybody can be found,
    // giving way to the one who works here. Costs nothing where it is not due. Cut off, it is still due at the next
    // start; one that was cancelled is not begun again by this service. To be called when people have come.
    void searchWhenDue();
    // That search, while it is under way; else none.
    [[nodiscard]] std::shared_ptr<DuplicateSearch> inBackground() const;

    // The pairs that wait for a person, without looking anew: those of the last search, and those that an import or
    // other desks have brought since. The first page, or the one behind a place in that list, or in what find()
    // answered. `people` is 0.
    [[nodiscard]] QFuture<Result<DuplicateList>> waiting(const std::optional<DuplicatePlace> &after = {}) const;

    // The pairs of which somebody has said that they are not the same, and it still holds; what was said last comes
    // first. The first page, or the one behind a place in that list. `people` is 0.
    [[nodiscard]] QFuture<Result<DuplicateList>> decided(const std::optional<DuplicatePlace> &after = {}) const;
    // Takes that back, on every desk; here the pair waits again. InvalidInput when nobody has said so.
    [[nodiscard]] QFuture<Result<>> takeBack(domain::PersonId a, domain::PersonId b, const QString &reason) const;

    // The two side by side, through redirects. `sides` where a person chose already. As MergeService::preview().
    [[nodiscard]] QFuture<Result<PairReview>> look(domain::PersonId survivor, domain::PersonId absorbed,
                                                   const std::map<QString, domain::MergeSide> &sides = {}) const;

private:
    Desk &m_desk;
    void run(QThreadPool &pool, std::function<void()> work);

    std::shared_ptr<DuplicateSearch> m_search;
    std::shared_ptr<DuplicateSearch> m_background;
    QFuture<void> m_running;
    QThreadPool m_quietPool; // its thread stays as nice as it was made
};

} // namespace reeve::services
