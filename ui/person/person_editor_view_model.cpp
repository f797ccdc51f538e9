// SPDX-License-Identifier: MIT
#include "ui/person/person_editor_view_model.h"

#include "ui/async/deliver.h"

namespace reeve::ui {

PersonEditorViewModel::PersonEditorViewModel(services::PersonService &service, QObject *parent)
    : QObject(parent),
      m_service(service)
{}

void PersonEditorViewModel::startNew(const QString &typed)
{
    begin(std::nullopt, {}, inputFromQuery(typed, QDate::currentDate()));
}

void PersonEditorViewModel::start(const domain::Person &person)
{
    const PersonInput input = inputFrom(person);
    begin(person, input, input);
}

void PersonEditorViewModel::resume(const UnsavedPerson &person)
{
    begin(person.before, person.before ? inputFrom(*person.before) : PersonInput(), person.input);
}

std::optional<domain::PersonId> PersonEditorViewModel::person() const
{
    return m_before ? std::optional(m_before->id) : std::nullopt;
}

std::optional<UnsavedPerson> PersonEditorViewModel::unsaved() const
{
    if (m_state != State::Editing || !isChanged())
        return std::nullopt;
    return UnsavedPerson{m_before, m_input};
}

void PersonEditorViewModel::begin(const std::optional<domain::Person> &before, const PersonInput &original,
                                  const PersonInput &input)
{
    if (m_state == State::Editing)
        setAside(); // begun over something else: that can be taken back
    m_before = before;
    m_original = original;
    m_input = input;
    m_reading = read(m_input, QDate::currentDate());
    m_state = State::Editing;
    emit inputReplaced();
    emit changed();
    setMatches({}, false);
    lookForMatches();
}

void PersonEditorViewModel::setInput(const PersonInput &input)
{
    if (m_state != State::Editing || input == m_input)
        return;
    m_input = input;
    m_reading = read(m_input, QDate::currentDate());
    emit changed();
    lookForMatches();
}

// A first name alone fits hundreds: whoever comes up would be warned of as having the same name.
bool PersonEditorViewModel::isWorthLooking(const domain::Person &person)
{
    return person.name.family.trimmed().size() >= 2 || person.dateOfBirth || !person.contactPoints.empty() ||
           !person.addresses.empty();
}

// Enough was typed to say that nobody looks like it.
bool PersonEditorViewModel::isWorthSaying(const domain::Person &person)
{
    const bool isNamed = !person.name.family.isEmpty() && (!person.name.given.isEmpty() || person.dateOfBirth);
    return isNamed || !person.contactPoints.empty();
}

void PersonEditorViewModel::lookForMatches()
{
    ++m_request;
    if (!isNew() || m_isLooking)
        return;
    if (!isWorthLooking(m_reading.person)) {
        setMatches({}, false);
        return;
    }
    constexpr int limit = 5;
    m_isLooking = true;
    deliver(m_service.likelyMatches(m_reading.person, limit), this,
            [this, request = m_request](const Result<services::LikelyPeople> &likely) {
                m_isLooking = false;
                if (request != m_request) {
                    lookForMatches();
                    return;
                }
                // They are help, not the work: a search that failed says nothing.
                const bool isAnswer = likely && (!likely->people.empty() || isWorthSaying(m_reading.person));
                setMatches(likely.value_or(services::LikelyPeople()), isAnswer);
            });
}

void PersonEditorViewModel::setMatches(const services::LikelyPeople &likely, bool hasLooked)
{
    m_hasLooked = hasLooked;
    m_matches.setPeople(likely);
    emit matchesChanged();
}

void PersonEditorViewModel::save()
{
    if (!canSave())
        return;
    m_state = State::Saving;
    emit changed();
    if (!m_before) {
        deliver(m_service.add(m_reading.person, m_told), this,
                [this](const Result<domain::PersonId> &id) { finished(id); });
        return;
    }
    deliver(m_service.edit(*m_before, m_reading.person, m_told), this, [this](const Result<> &edited) {
        if (edited)
            finished(m_before->id);
        else
            finished(fail(edited));
    });
}

void PersonEditorViewModel::finished(const Result<domain::PersonId> &id)
{
    m_state = id ? State::Closed : State::Editing;
    emit changed();
    if (id)
        emit saved(*id);
    else
        emit failed(id.error().code);
}

bool PersonEditorViewModel::setAside()
{
    if (m_state != State::Editing)
        return false;
    m_state = State::Closed;
    ++m_request;
    const bool wasTyped = isChanged();
    if (wasTyped)
        m_aside = Aside{m_before, m_original, m_input};
    emit changed();
    return wasTyped;
}

void PersonEditorViewModel::takeBack()
{
    if (!m_aside)
        return;
    const Aside aside = *m_aside;
    m_aside.reset();
    begin(aside.before, aside.original, aside.input);
}

} // namespace reeve::ui
