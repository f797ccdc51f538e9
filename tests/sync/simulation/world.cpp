// SPDX-License-Identifier: MIT
#include "tests/sync/simulation/world.h"

#include "core/sync/back_off.h"

#include <algorithm>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

World::World(const Scenario &scenario, std::unique_ptr<ReferenceCentre> centre)
    : m_scenario(scenario),
      m_random(scenario.seed * 0x9E3779B97F4A7C15ULL),
      m_centre(centre ? std::move(centre) : std::make_unique<ReferenceCentre>()),
      m_oracle(std::make_unique<Oracle>(*m_centre))
{
    m_centre->mutant = scenario.mutant;
    m_centre->asksToConfirm = true;
    m_centre->onRecord = [this](const ReferenceCentre::Record &record) { m_oracle->recorded(record); };
    m_centre->onRead = [this](const ReferenceCentre::Device &device) { m_oracle->read(device); };
    m_isAsync = chance(2);

    // Many desks for a short time, or few for long; polls as often as the time allows.
    static constexpr std::array sizes{1, 2, 2, 3, 3, 5, 8, 12, 20, 50};
    const int desks = scenario.desks > 0 ? scenario.desks : sizes[draw() % sizes.size()];
    static constexpr std::array<qint64, 4> polls{3000, 60'000, 300'000, 600'000};
    m_centre->pollMs = polls[draw() % polls.size()];
    if (m_scenario.hours.count() == 0)
        m_scenario.hours = m_centre->pollMs < 10'000 ? 4h : std::chrono::hours(24 + draw() % 200);

    m_centre->givenRoles(u"sam"_s, {domain::Role::Handler, domain::Role::Supervisor});
    for (std::size_t person = 0; person < regulars; ++person)
        m_people.push_back(m_centre->givenPerson({{u"family_name"_s, u"Hayward %1"_s.arg(person)}}).uuid());
    for (int n = 0; n < desks; ++n) {
        ModelStore store;
        std::tie(store.standing.device, store.standing.incarnation) = m_centre->givenDevice();
        add(std::move(store));
    }
    takeBackup();
    administer();
}

World::~World() = default;

void World::add(ModelStore store)
{
    m_desks.push_back(std::make_unique<ModelDesk>(*this, m_lastDeskId, newSession(), std::move(store)));
    ++m_lastDeskId;
    m_snapshots.emplace_back();
}

// One in three may know of restricted items, and see them.
QString World::newSession(domain::DeviceId device)
{
    return m_centre->givenSession(chance(3) ? u"sam"_s : u"asha"_s, device);
}

quint64 World::draw()
{
    return sync::nextRandom(m_random);
}

QUuid World::freshId()
{
    const quint64 high = draw();
    const quint64 low = draw();
    return QUuid(uint(high), ushort(high >> 32), ushort(0x7000 | ((high >> 48) & 0xFFF)),
                 uchar(0x80 | ((low >> 56) & 0x3F)), uchar(low >> 48), uchar(low >> 40), uchar(low >> 32),
                 uchar(low >> 24), uchar(low >> 16), uchar(low >> 8), uchar(low));
}

void World::after(milliseconds delay, std::function<void()> what)
{
    m_due.push({m_now + std::max(delay, 0ms), ++m_order, std::move(what)});
}

void World::runUntil(milliseconds end)
{
    while (!m_due.empty() && m_due.top().at <= end && m_oracle->violations().isEmpty()) {
        const auto next = std::move(const_cast<Due &>(m_due.top()).what);
        m_now = m_due.top().at;
        m_due.pop();
        m_centre->now = fromMilliseconds(1795344120000) + m_now;
        next();
    }
    m_now = std::max(m_now, end);
}

void World::setWeather(Weather weather)
{
    const auto passed = std::chrono::duration<double, std::ratio<3600>>(m_now - m_countedTo).count();
    m_deskHours += passed * double(m_desks.size());
    m_countedTo = m_now;
    m_weather = weather;
    ++m_weatherNumber;
    if (weather == Weather::Healed)
        return;
    scheduleWork();
    scheduleTrouble();
}

void World::scheduleWork()
{
    const milliseconds most = m_weather == Weather::Storm ? 20s : milliseconds(40min) / qint64(m_desks.size());
    after(upTo(most), [this, number = m_weatherNumber] {
        if (number != m_weatherNumber)
            return;
        work();
        scheduleWork();
    });
}

void World::scheduleTrouble()
{
    const milliseconds most = m_weather == Weather::Storm ? 30s : milliseconds(3h);
    after(upTo(most), [this, number = m_weatherNumber] {
        if (number != m_weatherNumber)
            return;
        if (chance(5))
            befallCentre();
        else
            befall();
        scheduleTrouble();
    });
}

// A desk may be the first to prove, long after, that the centre went back: whoever has to decide then is asked again.
void World::administer()
{
    after(m_weather == Weather::Healed ? upTo(20min) : upTo(4h), [this] {
        m_centre->confirm();
        // Not among the mutants, whose seeds are known; nor in the end, when nobody does anything more.
        if (m_scenario.mutant == Mutant::None && m_weather != Weather::Healed)
            m_centre->decideConflicts(m_centre->now - 2h);
        administer();
    });
}

Outcome World::run()
{
    const milliseconds end = m_scenario.hours;
    while (m_now < end && m_oracle->violations().isEmpty()) {
        setWeather(Weather::Storm);
        runUntil(m_now + 5min + upTo(20min));
        m_oracle->everySavedIsSomewhere(stores());
        setWeather(Weather::Calm);
        runUntil(std::min(end, m_now + 1h + upTo(40h)));
    }
    setWeather(Weather::Healed);
    heal();
    if (m_oracle->violations().isEmpty())
        m_oracle->everythingArrived(stores());
    setWeather(Weather::Healed);

    Outcome outcome;
    std::set<QUuid> devices;
    for (const auto &desk : m_desks) {
        devices.insert(desk->state().standing.device.uuid());
        outcome.traceHash = (outcome.traceHash ^ desk->traceHash()) * 0x100000001B3ULL;
        outcome.steps += desk->steps();
        for (std::size_t link = 0; link < Coverage::links; ++link) {
            for (std::size_t event = 0; event < Coverage::events; ++event)
                outcome.coverage.count[link][event] += desk->coverage().count[link][event];
        }
        outcome.coverage.situations |= desk->coverage().situations;
    }
    if (m_oracle->violations().isEmpty() && devices.size() != m_desks.size())
        m_oracle->violated(u"C9"_s, u"two desks go by one name at the centre"_s);
    outcome.violations = m_oracle->violations();
    if (!outcome.violations.isEmpty()) {
        for (const auto &desk : m_desks) {
            if (outcome.violations.size() < 30)
                outcome.violations.append(u"  desk %1: %2"_s.arg(desk->id).arg(desk->describe()));
        }
    }
    outcome.deskHours = m_deskHours;
    outcome.saved = m_oracle->savedCount();
    outcome.checks = m_oracle->checks();
    outcome.mergeEvents = qint64(m_centre->state().mergeEvents.size());
    outcome.restrictedItems = qint64(m_centre->state().restricted.size());
    outcome.looks = qint64(m_centre->state().looks.size());
    outcome.troubles = m_troubles;
    return outcome;
}

// Network and centre are well again, and whoever has to sign in or decide has done so; nobody does anything more.
void World::heal()
{
    m_isCentreDown = false;
    m_isDiskBad = false;
    m_centre->isTooNewToRead = false;
    administer();
    stallStandby(false);
    m_centre->finishEdits();
    forgetPicture();
    after(90min, [this] { // by then everything has been sent: it becomes safe
        if (m_standby)
            m_oracle->forgotten(m_standby.get());
        m_standby.reset();
        takeBackup();
        takeBackup();
        takeBackup();
    });
    for (const auto &desk : m_desks) {
        m_centre->setDeviceStatus(desk->state().standing.device, u"active"_s);
        desk->isReachable = true;
        desk->clockError = 0ms;
        desk->wakes();
        desk->happens(sync::event::PlugPutBack{});
        desk->happens(sync::event::Yield{false});
        desk->sendsRefusedAgain();
    }
    // Whoever is asked by the screen acts: at once, and once more for what comes of it.
    for (int round = 0; round < 3; ++round) {
        for (const auto &desk : m_desks) {
            if (desk->state().link == sync::Link::SignInNeeded)
                desk->signsIn(newSession(desk->state().standing.device));
            if (desk->state().pull.removalsHeld > 0)
                desk->happens(sync::event::AllowRemovals{});
        }
        runUntil(m_now + 1h);
    }
    for (const auto &desk : m_desks) { // where the links lead
        desk->opens(oneOfFew());
        desk->opens(oneOfFew());
    }
}

std::vector<const ModelStore *> World::stores() const
{
    std::vector<const ModelStore *> all;
    for (const auto &desk : m_desks)
        all.push_back(&desk->store());
    return all;
}

} // namespace reeve::test
