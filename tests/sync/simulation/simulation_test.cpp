// SPDX-License-Identifier: MIT
// The real core against the reference centre under random faults, on virtual time. A failure prints its seed.
#include "core/sync/back_off.h"

#include "tests/support/result_printing.h"
#include "tests/sync/simulation/model_desk.h"

using namespace reeve;
using namespace reeve::sync;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

class World final
{
public:
    explicit World(quint64 seed, int deskCount) : m_random(seed)
    {
        for (int person = 0; person < 20; ++person)
            m_people.push_back(m_centre.givenPerson({{u"family_name"_s, u"Hayward %1"_s.arg(person)}}).uuid());
        for (int n = 0; n < deskCount; ++n) {
            Standing standing;
            std::tie(standing.device, standing.incarnation) = m_centre.givenDevice();
            auto desk =
                std::make_unique<ModelDesk>(m_centre, m_centre.givenSession(u"agent%1"_s.arg(n)), standing, draw());
            desk->gateway.faults = [this](ReferenceGateway::At) { return fault(); };
            m_desks.push_back(std::move(desk));
        }
    }

    void run(int turns)
    {
        std::optional<ReferenceCentre::State> backup;
        for (int n = 0; n < turns; ++n) {
            happen(backup);
            ModelDesk &desk = *m_desks[draw() % m_desks.size()];
            if (!desk.turn(m_now))
                m_now += milliseconds(draw() % 400);
        }
    }

    // Everything is mended, and two virtual hours pass: long enough for every retry.
    void heal()
    {
        m_isFaulty = false;
        for (const auto &desk : m_desks)
            desk->gateway.isReachable = true;
        const milliseconds end = m_now + std::chrono::hours(2);
        while (m_now < end) {
            bool isBusy = false;
            std::optional<milliseconds> next;
            for (const auto &desk : m_desks) {
                isBusy = desk->turn(m_now) || isBusy;
                const auto timer = desk->nextTimer();
                if (timer && (!next || *timer < *next))
                    next = timer;
            }
            if (!isBusy)
                m_now = std::max(m_now + milliseconds(1), next.value_or(end));
        }
    }

    void check() const
    {
        for (const auto &[id, isPoison] : m_saved) {
            CHECK(m_centre.timesApplied(id) == (isPoison ? 0 : 1));
            CHECK(m_centre.isQuarantined(id) == isPoison);
        }
        const auto truth = m_centre.people();
        for (const auto &desk : m_desks) {
            CHECK(desk->broken == QStringList());
            const SyncState &state = desk->state();
            INFO("link " << int(state.link) << " why " << int(state.why.value_or(ErrorCode::Internal)) << " push "
                         << state.push.isDue << " held " << int(state.push.why.value_or(ErrorCode::Offline)) << " pull "
                         << state.pull.isDue << " held " << int(state.pull.why.value_or(ErrorCode::Offline)));
            CHECK(desk->waiting() == 0);
            std::map<QUuid, QJsonObject> shown;
            for (const auto &[id, person] : desk->disk().people)
                shown[id] = person.second;
            CHECK(shown == truth);
        }
    }

    [[nodiscard]] QStringList trace() const
    {
        QStringList all;
        for (const auto &desk : m_desks)
            all += desk->trace();
        return all;
    }
    [[nodiscard]] qint64 saved() const { return qint64(m_saved.size()); }

private:
    quint64 draw() { return nextRandom(m_random); }

    Fault fault()
    {
        if (!m_isFaulty)
            return {};
        switch (draw() % 24) {
        case 0:
            return {Fault::Kind::LoseRequest};
        case 1:
        case 2:
            return {Fault::Kind::LoseReply};
        case 3: {
            static constexpr std::array codes{ErrorCode::CentralBusy,   ErrorCode::SignInNeeded,
                                              ErrorCode::CentralTooOld, ErrorCode::StaleIncarnation,
                                              ErrorCode::Untrusted,     ErrorCode::Internal};
            return {Fault::Kind::Answer, codes[draw() % codes.size()]};
        }
        default:
            return {};
        }
    }

    void happen(std::optional<ReferenceCentre::State> &backup)
    {
        ModelDesk &desk = *m_desks[draw() % m_desks.size()];
        switch (draw() % 160) {
        case 0:
        case 1:
        case 2:
        case 3:
            saveSomething(desk);
            break;
        case 4:
            desk.crashes();
            break;
        case 5:
            desk.gateway.isReachable = !desk.gateway.isReachable;
            break;
        case 6:
            m_centre.editPerson(domain::PersonId(anybody()), {{u"title"_s, QString::number(draw() % 100)}});
            break;
        case 7: // everything up to a backup is safe; nothing after it is
            m_centre.settle();
            backup = m_centre.backup();
            break;
        case 8:
            if (backup && draw() % 6 == 0)
                m_centre.restore(*backup, true);
            break;
        default:
            break;
        }
    }

    void saveSomething(ModelDesk &desk)
    {
        const domain::EntryId id(QUuid(uint(draw()), 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 2));
        const bool isPoison = draw() % 10 == 0;
        const QUuid person = anybody();
        if (!isPoison && draw() % 2 == 0 && desk.disk().people.contains(person)) {
            desk.editsPerson(person, u"field%1"_s.arg(draw() % 3), QString::number(draw() % 1000), id);
        } else {
            const QByteArray note = "{\"note\":\"" + QByteArray::number(draw()) + (isPoison ? poison : "") + "\"}";
            desk.saves(store::EntryKind::InteractionLogged, id.uuid(), note, id);
        }
        m_saved.emplace_back(id, isPoison);
    }

    QUuid anybody() { return m_people[draw() % m_people.size()]; }

    quint64 m_random;
    bool m_isFaulty = true;
    milliseconds m_now{0};
    ReferenceCentre m_centre;
    std::vector<QUuid> m_people;
    std::vector<std::unique_ptr<ModelDesk>> m_desks;
    std::vector<std::pair<domain::EntryId, bool>> m_saved;
};

} // namespace

TEST_CASE("under random faults, crashes and restores nothing is lost, nothing applied twice, and all desks agree",
          "[sync][simulation]")
{
    qint64 saved = 0;
    for (quint64 seed = 1; seed <= 60; ++seed) {
        INFO("SEED=" << seed);
        World world(seed, 1 + int(seed % 3));
        world.run(4000);
        world.heal();
        world.check();
        saved += world.saved();
    }
    CHECK(saved > 2000);
}

TEST_CASE("the same seed gives the same trace", "[sync][simulation]")
{
    for (const quint64 seed : {3, 14, 15}) {
        QStringList traces[2];
        for (QStringList &trace : traces) {
            World world(seed, 2);
            world.run(3000);
            world.heal();
            trace = world.trace();
        }
        CHECK(traces[0] == traces[1]);
        CHECK(traces[0].size() > 1000);
    }
}

TEST_CASE("a centre restored from backup is noticed by a desk that has seen more, without anybody saying so",
          "[sync][simulation]")
{
    ReferenceCentre centre;
    const auto backup = centre.backup();
    for (int person = 0; person < 5; ++person)
        static_cast<void>(centre.givenPerson({}));
    Standing standing;
    const auto device = centre.givenDevice();
    std::tie(standing.device, standing.incarnation) = device;
    const QString token = centre.givenSession(u"asha.patel"_s);
    standing.epoch = backup.epoch;
    standing.highestTransaction = 1000;

    HelloRequest request;
    request.token = token;
    request.device = standing.device;
    request.incarnation = standing.incarnation;
    request.epoch = standing.epoch;
    request.highestTransaction = 1000;
    const auto reply = centre.hello(request);
    REQUIRE(reply);
    CHECK(reply->epoch != standing.epoch);
}
