// SPDX-License-Identifier: MIT
#include "ui/interaction/draft_view_model.h"

#include "ui/async/deliver.h"
#include "ui/words/dates.h"

#include <algorithm>
#include <chrono>

namespace reeve::ui {

using namespace std::chrono_literals;

namespace {

constexpr auto pause = 400ms;
constexpr auto longestUnsaved = 2000ms;

} // namespace

DraftViewModel::DraftViewModel(services::InteractionService &service, services::Desk &desk, services::Draft draft,
                               QObject *parent)
    : QObject(parent),
      m_service(service),
      m_desk(desk),
      m_draft(std::move(draft)),
      m_savedAt(m_draft.savedAt)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    m_cap.setSingleShot(true);
    m_cap.setInterval(longestUnsaved);
    connect(&m_pause, &QTimer::timeout, this, &DraftViewModel::saveNow);
    connect(&m_cap, &QTimer::timeout, this, &DraftViewModel::saveNow);
}

bool DraftViewModel::hasContent() const
{
    return !m_draft.noteText.trimmed().isEmpty() || !m_draft.interaction.reasons.empty() || restrictedCount() > 0;
}

QDate DraftViewModel::today() const
{
    return londonDate(m_desk.clock().now());
}

// --- who ---------------------------------------------------------------------------------------------------------

DraftViewModel::Caller DraftViewModel::caller() const
{
    const domain::Interaction &interaction = m_draft.interaction;
    for (const domain::Party &party : interaction.parties) {
        if (party.role != domain::PartyRole::Caller && party.role != domain::PartyRole::Subject)
            return Caller::SomebodyElse;
        if (party.role == domain::PartyRole::Caller)
            return party.person || !party.nameAsTold.isEmpty() ? Caller::Person : Caller::Anonymous;
    }
    return Caller::Person; // not said yet
}

domain::PartyRole DraftViewModel::callerRole() const
{
    for (const domain::Party &party : m_draft.interaction.parties) {
        if (party.role != domain::PartyRole::Subject)
            return party.role;
    }
    return domain::PartyRole::Caller;
}

QString DraftViewModel::callerName() const
{
    for (const domain::Party &party : m_draft.interaction.parties) {
        if (party.role != domain::PartyRole::Subject)
            return party.nameAsTold;
    }
    return {};
}

void DraftViewModel::setPerson(const std::optional<domain::PersonId> &person, const QString &displayName, bool hasDied)
{
    const bool isSame = m_draft.interaction.person == person;
    if (isSame && m_personName == displayName)
        return;
    m_personName = displayName;
    if (isSame) { // only its name has become known
        emit changed();
        return;
    }
    Caller who = caller();
    if (who == Caller::Anonymous && person)
        who = Caller::Person;
    if (who == Caller::Person && hasDied)
        who = Caller::SomebodyElse;
    m_contact.reset();
    m_draft.interaction.person = person;
    for (domain::SpecialCategoryItem &item : m_draft.interaction.specialCategory)
        item.person = person;
    for (domain::CriminalOffenceItem &item : m_draft.interaction.criminalOffence)
        item.person = person;
    setCaller(who, callerRole(), callerName());
    touch();
}

void DraftViewModel::setCaller(Caller who, domain::PartyRole role, const QString &nameAsTold)
{
    domain::Interaction &interaction = m_draft.interaction;
    const auto party = [this](domain::PartyRole as, const std::optional<domain::PersonId> &person,
                              const QString &name) {
        return domain::Party{m_desk.ids().next<domain::PartyTag>(), as, person, name};
    };
    std::vector<domain::Party> parties;
    switch (who) {
    case Caller::Person:
        if (interaction.person || !nameAsTold.isEmpty()) {
            parties.push_back(
                party(domain::PartyRole::Caller, interaction.person, interaction.person ? QString() : nameAsTold));
        }
        break;
    case Caller::SomebodyElse:
        parties.push_back(party(role == domain::PartyRole::Caller ? domain::PartyRole::Family : role, {}, nameAsTold));
        if (interaction.person)
            parties.push_back(party(domain::PartyRole::Subject, interaction.person, {}));
        break;
    case Caller::Anonymous:
        interaction.person.reset();
        m_personName.clear();
        parties.push_back(party(domain::PartyRole::Caller, {}, {}));
        break;
    }
    const auto says = [](const std::vector<domain::Party> &a, const std::vector<domain::Party> &b) {
        return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(), [](const auto &left, const auto &right) {
            return left.role == right.role && left.person == right.person && left.nameAsTold == right.nameAsTold;
        });
    };
    if (says(parties, interaction.parties))
        return;
    interaction.parties = std::move(parties);
    touch();
    emit changed();
}

void DraftViewModel::setContact(domain::ContactBar bar)
{
    if (m_contact == bar)
        return;
    m_contact = bar;
    emit changed();
}

// --- why, what, how it ended ---------------------------------------------------------------------------------------

void DraftViewModel::addReason(const domain::ReasonCode &code)
{
    auto &reasons = m_draft.interaction.reasons;
    if (code.isEmpty() || std::find(reasons.cbegin(), reasons.cend(), code) != reasons.cend())
        return;
    reasons.push_back(code);
    touch();
    emit changed();
}

void DraftViewModel::removeReason(const domain::ReasonCode &code)
{
    if (std::erase(m_draft.interaction.reasons, code) == 0)
        return;
    touch();
    emit changed();
}

void DraftViewModel::setNote(const QString &text)
{
    if (text == m_draft.noteText)
        return;
    m_draft.noteText = text;
    touch();
}

void DraftViewModel::setDisposition(const domain::DispositionCode &code)
{
    if (code == m_draft.interaction.disposition)
        return;
    m_draft.interaction.disposition = code;
    touch();
    emit changed();
}

std::vector<DraftViewModel::Missing> DraftViewModel::missing() const
{
    std::vector<Missing> answer;
    const domain::Interaction &interaction = m_draft.interaction;
    if (interaction.direction == domain::Direction::Outbound && m_contact == domain::ContactBar::Deceased &&
        caller() == Caller::Person)
        answer.push_back(Missing::Party);
    if (interaction.reasons.empty())
        answer.push_back(Missing::Reason);

    const auto check = [this, &answer](const auto &items) {
        for (const auto &item : items) {
            if (item.detail.trimmed().isEmpty())
                answer.push_back(Missing::Detail);
            if (needsEvidence(item) && item.evidence.trimmed().isEmpty())
                answer.push_back(Missing::Evidence);
            else if (!m_desk.policy().lawfulBasis.check(item, today()))
                answer.push_back(Missing::Basis);
        }
    };
    check(interaction.specialCategory);
    check(interaction.criminalOffence);

    if (interaction.disposition.isEmpty())
        answer.push_back(Missing::Disposition);
    return answer;
}

// --- saving --------------------------------------------------------------------------------------------------------

void DraftViewModel::touch()
{
    ++m_changes;
    m_pause.start();
    if (!m_cap.isActive())
        m_cap.start();
    emit saveChanged();
}

void DraftViewModel::maskCards()
{
    services::Draft masked = services::maskCardData(m_draft);
    if (masked.noteText == m_draft.noteText && masked.interaction == m_draft.interaction)
        return;
    m_draft = std::move(masked);
    ++m_changes;
    emit cardMasked();
    emit changed();
}

void DraftViewModel::saveNow()
{
    if (m_state != State::Editing || isSaved())
        return;
    m_pause.stop();
    m_cap.stop();
    maskCards();
    if (m_isSaving)
        return; // its answer starts the next
    m_isSaving = true;
    const quint64 saving = m_changes;
    deliver(m_service.save(m_draft), this, [this, saving](const Result<Instant> &savedAt) {
        m_isSaving = false;
        if (savedAt) {
            m_savedChanges = saving;
            m_savedAt = *savedAt;
            m_failure.reset();
        } else {
            m_failure = savedAt.error().code;
        }
        emit saveChanged();
        if (!savedAt)
            emit failed(savedAt.error().code);
        else if (!isSaved() && !m_pause.isActive())
            m_pause.start();
    });
}

void DraftViewModel::finish()
{
    if (!canFinish())
        return;
    maskCards();
    m_pause.stop();
    m_cap.stop();
    m_state = State::Finishing;
    m_actionFailure.reset();
    emit changed();
    deliver(m_service.finish(m_draft), this, [this](const Result<services::Saved> &saved) {
        m_state = saved ? State::Finished : State::Editing;
        if (saved) {
            m_savedChanges = m_changes;
        } else {
            m_actionFailure = saved.error().code;
            touch(); // whatever it was, what was said is still to be saved as a draft
        }
        emit changed();
        if (saved)
            emit finished();
        else
            emit failed(saved.error().code);
    });
}

void DraftViewModel::discard()
{
    if (m_state != State::Editing)
        return;
    saveNow(); // so that taking it back brings everything back
    m_state = State::SetAside;
    m_actionFailure.reset();
    emit changed();
    deliver(m_service.discard(id()), this, [this](const Result<> &done) {
        if (!done) {
            m_state = State::Editing;
            m_actionFailure = done.error().code;
            emit changed();
            emit failed(done.error().code);
            return;
        }
        emit discarded();
    });
}

void DraftViewModel::restore()
{
    if (m_state != State::SetAside)
        return;
    deliver(m_service.restore(id()), this, [this](const Result<> &done) {
        if (!done) {
            emit failed(done.error().code);
            return;
        }
        m_state = State::Editing;
        saveNow(); // what was said while an earlier save was still under way
        emit changed();
        emit restored();
    });
}

} // namespace reeve::ui
