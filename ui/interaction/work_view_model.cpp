// SPDX-License-Identifier: MIT
#include "ui/interaction/work_view_model.h"

#include "ui/async/deliver.h"
#include "ui/interaction/outgoing_check.h"

#include <algorithm>

namespace reeve::ui {

WorkViewModel::WorkViewModel(services::InteractionService &service, services::Desk &desk, QObject *parent)
    : QObject(parent),
      m_service(service),
      m_desk(desk),
      m_outgoing(new OutgoingCheck(service, this))
{
    const auto follow = [this] { m_outgoing->follow(current()); };
    connect(this, &WorkViewModel::draftsChanged, m_outgoing, follow);
    connect(this, &WorkViewModel::currentChanged, m_outgoing, follow);
}

DraftViewModel *WorkViewModel::current() const
{
    return m_current < 0 ? nullptr : m_drafts.at(static_cast<size_t>(m_current));
}

void WorkViewModel::load()
{
    deliver(m_service.openDrafts(), this, [this](const Result<std::vector<services::Draft>> &drafts) {
        m_isLoaded = true;
        if (!drafts) {
            emit failed(drafts.error().code);
            emit loaded();
            return;
        }
        for (const services::Draft &draft : *drafts) {
            const auto isIt = [&draft](const DraftViewModel *open) { return open->id() == draft.interaction.id; };
            if (std::none_of(m_drafts.cbegin(), m_drafts.cend(), isIt))
                add(draft);
        }
        emit draftsChanged();
        if (m_current < 0 && !m_drafts.empty())
            goTo(preferredIndex());
        emit loaded();
        nameAll();
    });
}

// Whoever comes back to several knows who is in which before opening any.
void WorkViewModel::nameAll()
{
    deliver(m_service.namesInWork(), this, [this](const Result<std::map<domain::PersonId, QString>> &names) {
        if (!names)
            return; // each is named when it is opened
        for (const auto &[person, name] : *names)
            setName(person, name);
    });
}

void WorkViewModel::prefer(const domain::InteractionId &id)
{
    m_preferred = id;
    if (m_isLoaded && !m_drafts.empty())
        switchTo(preferredIndex());
}

int WorkViewModel::preferredIndex() const
{
    const auto isPreferred = [this](const DraftViewModel *open) { return open->id() == m_preferred; };
    const auto at = std::find_if(m_drafts.cbegin(), m_drafts.cend() - 1, isPreferred);
    return static_cast<int>(at - m_drafts.cbegin()); // else the last
}

bool WorkViewModel::isSaved() const
{
    return !m_isStarting && std::all_of(m_drafts.cbegin(), m_drafts.cend(), [](const DraftViewModel *draft) {
        return draft->isSaved() && draft->state() == DraftViewModel::State::Editing;
    });
}

std::optional<ErrorCode> WorkViewModel::failure() const
{
    for (const DraftViewModel *draft : m_drafts) {
        if (draft->failure())
            return draft->failure();
    }
    return std::nullopt;
}

void WorkViewModel::start(domain::Channel channel, domain::Direction direction)
{
    if (m_isStarting || m_outgoing->isAsking()) // a key held down starts one interaction
        return;
    Start start{channel, direction, {}, {}, false};
    if (m_drafts.empty()) {
        start.person = m_onScreen;
        start.name = m_onScreenName;
        start.hasDied = m_hasOnScreenDied;
    }
    if (start.person && direction == domain::Direction::Outbound) {
        m_outgoing->askBefore(channel, *start.person, [this, start](const With &with) { startNow(start, with); });
        return;
    }
    m_outgoing->letBe();
    startNow(start, std::nullopt);
}

void WorkViewModel::startNow(const Start &start, const With &with)
{
    if (m_isStarting)
        return;
    m_isStarting = true;
    deliver(m_service.start(start.channel, start.direction, start.person, {}), this,
            [this, start, with](const Result<services::Draft> &draft) {
                m_isStarting = false;
                if (!draft) {
                    emit failed(draft.error().code);
                    return;
                }
                DraftViewModel *started = add(*draft);
                if (start.person) {
                    started->setPerson(start.person, start.name);
                    if (with)
                        started->setCaller(DraftViewModel::Caller::SomebodyElse, with->role, with->name);
                    else if (start.hasDied)
                        started->setCaller(DraftViewModel::Caller::SomebodyElse, domain::PartyRole::Caller, {});
                    else
                        started->setCaller(DraftViewModel::Caller::Person, domain::PartyRole::Caller, {});
                    if (!with && start.direction == domain::Direction::Outbound)
                        started->setContact(domain::ContactBar::None); // it was asked
                }
                emit draftsChanged();
                goTo(static_cast<int>(m_drafts.size()) - 1);
            });
}

DraftViewModel *WorkViewModel::add(services::Draft draft)
{
    auto *added = new DraftViewModel(m_service, m_desk, std::move(draft), this);
    m_drafts.push_back(added);
    connect(added, &DraftViewModel::failed, this, &WorkViewModel::failed);
    connect(added, &DraftViewModel::changed, this, &WorkViewModel::draftsChanged);
    connect(added, &DraftViewModel::finished, this, [this, added] {
        const auto id = added->id();
        const auto person = added->interaction().person;
        remove(added);
        added->deleteLater();
        emit finished(id, person);
        if (current())
            emit personRequested(current()->interaction().person);
    });
    connect(added, &DraftViewModel::discarded, this, [this, added] {
        remove(added);
        if (m_setAside)
            m_setAside->deleteLater(); // only the last can be taken back here; the draft itself is kept for 30 days
        m_setAside = added;
        emit setAsideChanged();
        if (current())
            emit personRequested(current()->interaction().person);
    });
    connect(added, &DraftViewModel::restored, this, [this, added] {
        m_setAside = nullptr;
        m_drafts.push_back(added);
        emit draftsChanged();
        goTo(static_cast<int>(m_drafts.size()) - 1);
        emit setAsideChanged();
    });
    return added;
}

void WorkViewModel::remove(DraftViewModel *draft)
{
    const auto at = std::find(m_drafts.begin(), m_drafts.end(), draft);
    if (at == m_drafts.end())
        return;
    const int index = static_cast<int>(at - m_drafts.begin());
    m_drafts.erase(at);
    m_onScreen.reset();
    m_onScreenName.clear();
    if (index < m_current || m_current == static_cast<int>(m_drafts.size()))
        --m_current;
    forgetOther();
    emit draftsChanged();
    emit currentChanged();
}

void WorkViewModel::goTo(int index)
{
    if (DraftViewModel *before = current())
        before->saveNow();
    m_current = index;
    forgetOther();
    emit currentChanged();
    emit personRequested(current()->interaction().person);
}

void WorkViewModel::switchTo(int index)
{
    if (index < 0 || index >= static_cast<int>(m_drafts.size()) || index == m_current)
        return;
    goTo(index);
}

void WorkViewModel::setPerson(const std::optional<domain::PersonId> &person, const QString &displayName, bool hasDied)
{
    DraftViewModel *draft = current();
    if (!draft) {
        if (m_onScreen != person)
            m_outgoing->letBe(); // it was about somebody else
        m_onScreen = person;
        m_onScreenName = displayName;
        m_hasOnScreenDied = hasDied;
        return;
    }
    if (!person) // the panel was emptied; that says nothing about the interaction
        return;
    if (!draft->interaction().person || draft->interaction().person == person || !draft->hasContent()) {
        draft->setPerson(person, displayName, hasDied);
        forgetOther();
        return;
    }
    m_other = person;
    m_otherName = displayName;
    m_hasOtherDied = hasDied;
    emit otherPersonChanged();
}

void WorkViewModel::setName(const domain::PersonId &person, const QString &displayName)
{
    for (DraftViewModel *draft : m_drafts) {
        if (draft->interaction().person == person)
            draft->setPerson(person, displayName);
    }
}

void WorkViewModel::adoptOther()
{
    if (current() && m_other)
        current()->setPerson(m_other, m_otherName, m_hasOtherDied);
    forgetOther();
}

void WorkViewModel::forgetOther()
{
    if (!m_other)
        return;
    m_other.reset();
    m_otherName.clear();
    emit otherPersonChanged();
}

void WorkViewModel::finish()
{
    if (current())
        current()->finish();
}

void WorkViewModel::discard()
{
    if (current())
        current()->discard();
}

void WorkViewModel::undoDiscard()
{
    if (m_setAside)
        m_setAside->restore();
}

void WorkViewModel::saveAll()
{
    for (DraftViewModel *draft : m_drafts)
        draft->saveNow();
}

} // namespace reeve::ui
