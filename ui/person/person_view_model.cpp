// SPDX-License-Identifier: MIT
#include "ui/person/person_view_model.h"

#include "ui/async/deliver.h"

#include <algorithm>
#include <utility>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

PersonViewModel::PersonViewModel(services::Desk &desk, services::PersonService &people,
                                 const services::SyncService &sync, QObject *parent)
    : QObject(parent),
      m_desk(desk),
      m_people(people),
      m_once(desk)
{
    connect(&sync, &services::SyncService::refreshed, this, [this](const domain::PersonId &id) {
        if (m_id == id)
            load();
    });
    connect(&sync, &services::SyncService::peopleChanged, this, [this] {
        if (m_id)
            load();
    });
}

void PersonViewModel::open(const domain::PersonId &id)
{
    if (m_id != id) {
        m_id = id;
        m_state = State::Loading;
        forgetAround();
        emit changed();
    }
    m_isAsked = true;
    load();
}

void PersonViewModel::forgetAround()
{
    m_standings.clear();
    m_question.reset();
    m_occupants.clear();
    m_lookedAt.clear();
    m_known.clear();
}

void PersonViewModel::clear()
{
    if (!m_id)
        return;
    ++m_request;
    m_isAsked = false;
    m_id.reset();
    m_view = {};
    forgetAround();
    m_state = State::Empty;
    emit changed();
}

void PersonViewModel::load()
{
    const quint64 request = ++m_request;
    deliver(m_people.open(*m_id), this, [this, request](const Result<services::PersonView> &view) {
        if (request != m_request)
            return;
        if (!view) {
            m_state = State::Failed;
            emit changed();
            emit failed(view.error().code);
            return;
        }
        m_view = *view;
        m_standings = domain::standingsOf(m_view.person);
        m_question = domain::questionFor(m_view.person, now(), askAgainDays());
        m_state = State::Shown;
        emit changed();
        if (std::exchange(m_isAsked, false))
            emit opened(m_view.person.id, m_view.person.displayName());
        loadAround();
    });
}

void PersonViewModel::loadAround()
{
    const quint64 request = m_request;
    loadOccupants();
    for (const domain::Relationship &relationship : m_view.person.relationships) {
        if (!relationship.other || m_known.contains(*relationship.other))
            continue;
        deliver(m_people.open(*relationship.other), this,
                [this, request, other = *relationship.other](const Result<services::PersonView> &view) {
                    if (request != m_request || !view)
                        return;
                    m_known.insert(other, {view->person.id, view->person.displayName()});
                    emit changed();
                });
    }
}

void PersonViewModel::loadOccupants()
{
    const domain::Address *address = occupantsAt();
    if (!address) {
        m_occupants.clear();
        return;
    }
    constexpr int limit = 30;
    deliver(services::peopleAtAddress(m_desk, m_view.person.id, address->key, limit), this,
            [this, request = m_request](const Result<std::vector<services::Occupant>> &occupants) {
                if (request != m_request || !occupants)
                    return;
                m_occupants = *occupants;
                emit changed();
            });
}

const domain::Address *PersonViewModel::occupantsAt() const
{
    const auto &addresses = m_view.person.addresses;
    const auto asked = std::find_if(addresses.cbegin(), addresses.cend(),
                                    [this](const domain::Address &one) { return one.key == m_lookedAt; });
    return asked == addresses.cend() ? m_view.person.homeAddress() : &*asked;
}

domain::PersonId PersonViewModel::shownAs(const domain::PersonId &other) const
{
    const auto known = m_known.constFind(other);
    return known == m_known.cend() ? other : known->shownAs;
}

void PersonViewModel::lookAt(const QString &addressKey)
{
    m_lookedAt = addressKey;
    if (m_state == State::Shown)
        loadOccupants();
}

domain::ValueStanding PersonViewModel::standingOf(const QString &field) const
{
    const auto known = m_standings.find(field);
    return known == m_standings.cend() ? domain::ValueStanding() : known->second;
}

std::vector<domain::BereavementPolicy::Item> PersonViewModel::toBeTold() const
{
    return m_desk.policy().bereavement.itemsFor(m_view.person);
}

void PersonViewModel::storing(const QFuture<Result<>> &answer, void (PersonViewModel::*then)())
{
    deliver(answer, this, [this, id = m_id, then](const Result<> &outcome) {
        if (!outcome) {
            emit failed(outcome.error().code);
            return;
        }
        emit localChange();
        emit(this->*then)();
        loadAgain(id);
    });
}

void PersonViewModel::marking(const QFuture<Result<services::WrittenMarks>> &answer, Mark mark)
{
    deliver(answer, this, [this, id = m_id, mark](const Result<services::WrittenMarks> &written) {
        if (!written) {
            emit failed(written.error().code);
            return;
        }
        emit localChange();
        emit marked(mark, *written);
        loadAgain(id);
    });
}

void PersonViewModel::loadAgain(const std::optional<domain::PersonId> &id)
{
    if (m_id && m_id == id)
        load();
}

void PersonViewModel::confirm(const QString &field)
{
    if (m_state == State::Shown)
        marking(m_once.confirm(*m_id, {field}, m_told), Mark::Confirmed);
}

void PersonViewModel::confirmContactDetails()
{
    if (m_state != State::Shown)
        return;
    if (const QStringList fields = domain::contactDetails(m_view.person); !fields.isEmpty())
        marking(m_once.confirm(*m_id, fields, m_told), Mark::AllConfirmed);
}

void PersonViewModel::takeBack(const services::WrittenMarks &written)
{
    storing(m_once.takeBack(written), &PersonViewModel::takenBack);
}

void PersonViewModel::markUnreachable(const QString &field, services::UnreachableWhy why)
{
    if (m_state == State::Shown)
        marking(m_once.markUnreachable(*m_id, field, why, m_told), Mark::Unreachable);
}

void PersonViewModel::recordDeath(const services::DeathNotice &notice)
{
    if (m_state == State::Shown)
        storing(m_once.recordDeath(*m_id, notice), &PersonViewModel::deathRecorded);
}

void PersonViewModel::passOn(const QString &body)
{
    if (m_state == State::Shown)
        marking(m_once.passOn(*m_id, body), Mark::PassedOn);
}

} // namespace reeve::ui
