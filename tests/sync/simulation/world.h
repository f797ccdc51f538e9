// SPDX-License-Identifier: MIT
#pragma once

#include "tests/sync/simulation/model_desk.h"

#include <memory>
#include <queue>

namespace reeve::test {

// How one seed is run. What is left open is drawn from the seed.
struct Scenario
{
    quint64 seed = 1;
    int desks = 0;               // 0: drawn, 1 to 50
    std::chrono::hours hours{0}; // 0: drawn
    Mutant mutant = Mutant::None;
    // Kinds of trouble that may be left out, to see which of them it takes; nobody needs to for a run that counts.
    bool goesBackInTime = true; // restores, fail-overs with loss
    bool hasSlowTransactions = true;
    bool hasCopies = true; // clones of desks, desks put back to an earlier picture
    bool hasRights = true; // desks revoked or set to deliver only, sessions ended
    bool tells = false;    // every step on standard error
};

struct Outcome
{
    QStringList violations;
    quint64 traceHash = 0;
    double deskHours = 0;
    qint64 steps = 0;
    qint64 saved = 0;
    qint64 checks = 0;
    qint64 mergeEvents = 0; // at the centre in the end, like the items
    qint64 restrictedItems = 0;
    qint64 looks = 0;
    std::array<qint64, troubleCount> troubles{};
    Coverage coverage;
};

// Desks, their centre, the network between them, the people at them and everything that befalls them, on one virtual
// clock. All of it is decided by the seed: the same seed, the same trace.
class World final : public Surroundings
{
public:
    // `centre` for another than the one in memory; it must be fresh.
    explicit World(const Scenario &scenario, std::unique_ptr<ReferenceCentre> centre = nullptr);
    ~World() override;

    // Trouble for the scenario's hours, then everything is mended and three quiet hours pass.
    [[nodiscard]] Outcome run();

    // --- Surroundings
    [[nodiscard]] milliseconds now() const override { return m_now; }
    void after(milliseconds delay, std::function<void()> what) override;
    [[nodiscard]] Fate fateOf(ModelDesk &desk, CallKind kind) override;
    [[nodiscard]] bool isConnectionAlive(quint64 madeIn) const override { return madeIn == m_connectionAge; }
    [[nodiscard]] quint64 connectionAge() const override { return m_connectionAge; }
    [[nodiscard]] bool isStandbyAway() const override { return m_isStalled; }
    [[nodiscard]] milliseconds storeDelay() override;
    [[nodiscard]] std::optional<ErrorCode> storeFault(ModelDesk &desk) override;
    [[nodiscard]] milliseconds timerLag() override;
    [[nodiscard]] int batchLimit(int asked) override;
    [[nodiscard]] int pageLimit(int asked) override;
    [[nodiscard]] bool crashesBeforeEffect(ModelDesk &desk) override;
    [[nodiscard]] quint64 draw() override;
    [[nodiscard]] bool tells() const override { return m_scenario.tells; }
    [[nodiscard]] ReferenceCentre &centre() override { return *m_centre; }
    [[nodiscard]] Oracle &oracle() override { return *m_oracle; }

private:
    struct Due
    {
        milliseconds at;
        quint64 order;
        std::function<void()> what;
    };
    struct Later
    {
        bool operator()(const Due &left, const Due &right) const
        {
            return std::tie(left.at, left.order) > std::tie(right.at, right.order);
        }
    };
    enum class Weather { Storm, Calm, Healed };

    void add(ModelStore store);
    void runUntil(milliseconds end);
    void setWeather(Weather weather);
    void scheduleWork();
    void scheduleTrouble();
    void work(); // somebody does something
    void worksOnPeople(ModelDesk &desk, domain::EntryId id, const QString &word);
    void logsCall(ModelDesk &desk, domain::EntryId id, const QString &word, bool isRestricted);
    [[nodiscard]] bool isReached(const ModelDesk &desk) const { return desk.isReachable && !m_isCentreDown; }
    [[nodiscard]] QString newSession(domain::DeviceId device = {}); // of somebody who works there
    void befall();                                                  // something befalls a desk or the line
    void befallCentre();                                            // something befalls the centre
    void heal();
    void administer(); // a person looks at the centre now and then, and confirms a new epoch
    void count(Trouble trouble) { ++m_troubles[std::size_t(trouble)]; }
    [[nodiscard]] bool chance(quint64 oneIn) { return oneIn != 0 && draw() % oneIn == 0; }
    [[nodiscard]] milliseconds upTo(milliseconds most)
    {
        return milliseconds(qint64(draw() % quint64(most.count() + 1)));
    }
    [[nodiscard]] ModelDesk &anyDesk() { return *m_desks[draw() % m_desks.size()]; }
    [[nodiscard]] QUuid anybody() { return m_people[draw() % m_people.size()]; }
    [[nodiscard]] QUuid regular() { return m_people[draw() % regulars]; }
    [[nodiscard]] QUuid oneOfFew() // so that they meet again
    {
        return chance(2) ? regular() : m_people[m_people.size() - 1 - draw() % regulars];
    }
    [[nodiscard]] QUuid freshId();
    [[nodiscard]] std::vector<const ModelStore *> stores() const;

    // --- the centre's copies
    void takeBackup();
    void follow(); // the standby catches up
    void goBackTo(ReferenceCentre::State state, bool isAnnounced, bool keepsEpoch);
    void putBackSoon(); // to what is now, perhaps before any desk has greeted again
    void forgetPicture();
    void settle();
    void stallStandby(bool isStalled);
    void endConnections() { ++m_connectionAge; }

    Scenario m_scenario;
    quint64 m_random;
    milliseconds m_now{0};
    quint64 m_order = 0;
    std::priority_queue<Due, std::vector<Due>, Later> m_due;
    std::unique_ptr<ReferenceCentre> m_centre;
    std::unique_ptr<Oracle> m_oracle;
    std::vector<std::unique_ptr<ModelDesk>> m_desks;
    std::vector<std::optional<ModelStore>> m_snapshots; // by desk
    int m_lastDeskId = 0;
    static constexpr std::size_t regulars = 24; // who are there from the beginning
    std::vector<QUuid> m_people;
    std::vector<QUuid> m_items;                                    // restricted
    std::vector<domain::EntryId> m_logged;                         // for notes, and ids to use twice
    std::deque<std::unique_ptr<ReferenceCentre::State>> m_backups; // any of them may be restored
    std::unique_ptr<ReferenceCentre::State> m_standby;             // behind; none: it has everything
    std::unique_ptr<ReferenceCentre::State> m_picture;             // of the centre's machine, to be put back soon
    quint64 m_pictureNumber = 0;
    bool m_isAsync = false;
    bool m_isStalled = false;
    bool m_isCentreDown = false;
    bool m_isDiskBad = false;
    quint64 m_connectionAge = 0;
    Weather m_weather = Weather::Calm;
    quint64 m_weatherNumber = 0;
    double m_deskHours = 0;
    milliseconds m_countedTo{0};
    std::array<qint64, troubleCount> m_troubles{};
};

} // namespace reeve::test
