// SPDX-License-Identifier: MIT
#include "core/services/person/duplicates/duplicate_service.h"

#include "core/base/logging.h"
#include "core/domain/person_fields.h"
#include "core/services/person/duplicates/duplicate_jobs.h"
#include "core/services/person/duplicates/find_duplicates.h"
#include "core/services/session/leased_job.h"
#include "core/store/person_repository.h"
#include "core/store/shown_people.h"
#include "core/store/store.h"

#include <QPromise>

#include <algorithm>
#include <chrono>
#include <limits>
#include <sys/resource.h>
#include <thread>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr qint64 pageSize = 500;        // people read at a time: a few milliseconds
constexpr qint64 smallPage = 200;       // in the background
constexpr int quietly = 10;             // how nice it is there
constexpr std::size_t pairsAtOnce = 50; // the same for pairs
constexpr int percentRead = 40;         // of the whole, when everybody is read
constexpr int percentMatched = 95;
constexpr double leastCandidate = 0.01; // of pairs that are weighed once more

// One search, on its own thread; what it reads it asks of the store's reader, one small job after the other.
class Search final
{
    // Within one small job of the reader.
    template <typename Work>
    auto read(Work work) const
    {
        return leasedRead(m_desk, std::move(work)).takeResult();
    }

public:
    // In the background, it leaves half the reader's time to others.
    Search(Desk &desk, DuplicateSearch &control, bool isInBackground)
        : m_desk(desk),
          m_control(control),
          m_isInBackground(isInBackground)
    {}

    [[nodiscard]] Result<DuplicateList> run()
    {
        const auto decided = read([](const Job &job) { return decidedPairs(job); });
        if (!decided)
            return fail(decided);
        m_decided = *decided;
        const auto people = read([](const Job &job) { return store::PersonRepository(job.connection()).count(); });
        if (!people)
            return fail(people);
        m_people = std::max<qint64>(*people, 1);
        const auto start = read([](const Job &job) { return searchStart(job); });
        if (!start)
            return fail(start);

        matching::LinkageOptions options;
        options.threads = 1; // the other core is for the one who works at the desk
        options.leastProbability = m_people < leastToCount ? leastCandidate : leastProbability;
        options.isCancelled = &m_control.isCancelled;
        options.progress = [this](int percent) {
            m_control.percent = percentRead + percent * (percentMatched - percentRead) / 100;
        };
        const auto isRefused = [this](domain::PersonId left, domain::PersonId right) {
            const auto verdict = m_decided.find(pairKey(left, right));
            return verdict != m_decided.cend() && verdict->second == domain::PairVerdict::NotSame;
        };
        const auto pairs = findDuplicates([this] { return next(); }, isRefused, options);
        if (!pairs)
            return fail(pairs);
        auto listed = list(*pairs);
        if (!listed)
            return listed;
        keep(*start, *pairs, *listed);
        if (listed->found > static_cast<qint64>(DuplicateService::limit))
            cutOff(*listed);
        return listed;
    }

private:
    // For the next time the list is opened. What cannot be kept is found again by the next search.
    void keep(const SearchStart &start, const std::vector<DuplicatePair> &pairs, const DuplicateList &listed) const
    {
        std::vector<store::LikelyPair> kept;
        if (m_people < leastToCount) {
            for (std::size_t n = 0; n < std::min<std::size_t>(listed.pairs.size(), mostWaiting); ++n)
                kept.push_back({listed.pairs[n].left.id, listed.pairs[n].right.id, listed.pairs[n].probability});
        } else {
            for (std::size_t n = 0; n < std::min<std::size_t>(pairs.size(), mostWaiting); ++n)
                kept.push_back({pairs[n].left, pairs[n].right, pairs[n].probability});
        }
        static_cast<void>(m_desk.store()
                              .write([&desk = m_desk, start, kept](store::Connection &connection) {
                                  return keepPairs(Job(desk, connection), start, kept);
                              })
                              .takeResult());
    }

    Result<std::optional<domain::Person>> next()
    {
        while (m_at == m_page.people.size()) {
            if (m_page.isEnd)
                return std::nullopt;
            if (m_control.isCancelled)
                return fail(ErrorCode::Cancelled, u"duplicates"_s);
            const auto began = std::chrono::steady_clock::now();
            auto page = read([after = m_page.last, size = m_isInBackground ? smallPage : pageSize](const Job &job) {
                return store::shownPeopleAfter(job.connection(), after, size);
            });
            if (!page)
                return fail(page);
            if (m_isInBackground)
                std::this_thread::sleep_for(std::chrono::steady_clock::now() - began);
            m_page = std::move(*page);
            m_at = 0;
            m_control.percent = static_cast<int>(std::min(m_read, m_people) * percentRead / m_people);
        }
        ++m_read;
        return std::optional(std::move(m_page.people[m_at++]));
    }

    [[nodiscard]] Result<DuplicateList> list(const std::vector<DuplicatePair> &pairs) const
    {
        DuplicateList list;
        list.people = m_read;
        const bool isCounted = m_people >= leastToCount;
        std::vector<FoundPair> toShow;
        for (const DuplicatePair &pair : pairs) {
            const auto verdict = m_decided.find(pairKey(pair.left, pair.right));
            toShow.push_back({pair, verdict != m_decided.cend() && verdict->second == domain::PairVerdict::Later});
        }
        std::stable_partition(toShow.begin(), toShow.end(), [](const FoundPair &found) { return !found.isPutOff; });
        if (isCounted && toShow.size() > DuplicateService::limit)
            toShow.resize(DuplicateService::limit);
        for (std::size_t from = 0; from < toShow.size(); from += pairsAtOnce) {
            if (m_control.isCancelled)
                return fail(ErrorCode::Cancelled, u"duplicates"_s);
            const auto begin = toShow.cbegin() + static_cast<std::ptrdiff_t>(from);
            const std::vector<FoundPair> some(
                begin, begin + static_cast<std::ptrdiff_t>(std::min(pairsAtOnce, toShow.size() - from)));
            auto candidates =
                read([some, people = m_people](const Job &job) { return candidatesOf(job, some, people); });
            if (!candidates)
                return fail(candidates);
            std::ranges::move(*candidates, std::back_inserter(list.pairs));
        }
        if (!isCounted) { // they were weighed anew
            std::ranges::stable_sort(list.pairs, [](const DuplicateCandidate &a, const DuplicateCandidate &b) {
                return a.isPutOff != b.isPutOff ? b.isPutOff : a.probability > b.probability;
            });
        }
        list.found = static_cast<qint64>(isCounted ? pairs.size() : list.pairs.size());
        m_control.percent = 100;
        return list;
    }

    // The others wait behind the last one that is shown, and behind any that was found as likely: those may come twice.
    static void cutOff(DuplicateList &list)
    {
        if (list.pairs.size() > DuplicateService::limit)
            list.pairs.resize(DuplicateService::limit);
        if (list.pairs.empty())
            return;
        const DuplicateCandidate &last = list.pairs.back();
        list.next = DuplicatePlace{last.isPutOff, last.probability, std::numeric_limits<qint64>::max(), {}};
    }

    Desk &m_desk;
    DuplicateSearch &m_control;
    const bool m_isInBackground;
    DecidedPairs m_decided;
    store::PeoplePage m_page;
    std::size_t m_at = 0;
    qint64 m_read = 0;
    qint64 m_people = 1;
};

Result<DuplicateList> searchQuietly(Desk &desk, DuplicateSearch &search)
{
    if (const auto ready = desk.store().awaitIndex(); !ready)
        return fail(ready);
    return Search(desk, search, true).run();
}

} // namespace

DuplicateService::DuplicateService(Desk &desk) : m_desk(desk)
{
    m_quietPool.setMaxThreadCount(1);
}

DuplicateService::~DuplicateService()
{
    if (m_search)
        m_search->isCancelled = true;
    m_running.waitForFinished();
}

// After what is under way. Not QtConcurrent::run: whoever waits for its future does the work, where that has not begun,
// and would stay as nice as the search in the background makes its thread.
void DuplicateService::run(QThreadPool &pool, std::function<void()> work)
{
    const auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    pool.start([promise, before = std::exchange(m_running, promise->future()), work = std::move(work)]() mutable {
        before.waitForFinished();
        work();
        promise->finish();
    });
}

QFuture<Result<DuplicateList>> DuplicateService::find(const std::shared_ptr<DuplicateSearch> &search)
{
    if (m_search && !m_search->isFinished)
        m_search->isCancelled = true;
    m_search = search;
    auto promise = std::make_shared<QPromise<Result<DuplicateList>>>();
    promise->start();
    // The thread has a future of its own: the caller may take the result out of theirs, and that ends it.
    run(*QThreadPool::globalInstance(), [&desk = m_desk, search, promise] {
        auto list = Search(desk, *search, false).run();
        search->isFinished = true;
        promise->addResult(std::move(list));
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<bool>> DuplicateService::isSearchDue() const
{
    return m_desk.store().read(
        [](store::Connection &connection) { return store::LikelyPairs(connection).isSearchDue(); });
}

void DuplicateService::searchWhenDue()
{
    // One that only looks whether it is due may have looked too early: another looks after it.
    const bool isLooking = m_background && m_search == m_background && !m_background->isBegun;
    const bool isUnderWay = m_search && !m_search->isFinished && !isLooking;
    if (isUnderWay || (m_background && m_background->isCancelled))
        return;
    m_background = std::make_shared<DuplicateSearch>();
    m_search = m_background;
    run(m_quietPool, [&desk = m_desk, due = isSearchDue(), search = m_background]() mutable {
        static_cast<void>(::setpriority(PRIO_PROCESS, 0, quietly)); // of this thread alone
        const auto isDue = due.takeResult();
        if (isDue && *isDue && !search->isCancelled) {
            search->isBegun = true;
            if (const auto found = searchQuietly(desk, *search); !found)
                qCInfo(logStore) << "the search for duplicates in the background:" << errorName(found.error().code);
        }
        search->isFinished = true;
    });
}

std::shared_ptr<DuplicateSearch> DuplicateService::inBackground() const
{
    const bool isRunning = m_background && m_background->isBegun && !m_background->isFinished;
    return isRunning ? m_background : nullptr;
}

QFuture<Result<DuplicateList>> DuplicateService::waiting(const std::optional<DuplicatePlace> &after) const
{
    return leasedRead(m_desk, [after](const Job &job) { return waitingPairs(job, after); });
}

QFuture<Result<DuplicateList>> DuplicateService::decided(const std::optional<DuplicatePlace> &after) const
{
    return leasedRead(m_desk, [after](const Job &job) { return decidedList(job, after); });
}

QFuture<Result<>> DuplicateService::takeBack(domain::PersonId a, domain::PersonId b, const QString &reason) const
{
    return leasedWrite(m_desk, [=](const Job &job) { return takePairBack(job, a, b, reason); });
}

QFuture<Result<PairReview>> DuplicateService::look(domain::PersonId survivor, domain::PersonId absorbed,
                                                   const std::map<QString, domain::MergeSide> &sides) const
{
    return leasedRead(m_desk, [=](const Job &job) { return reviewPair(job, survivor, absorbed, sides); });
}

} // namespace reeve::services
