// SPDX-License-Identifier: MIT
#include "ui/duplicates/values_view_model.h"

#include "ui/async/deliver.h"
#include "ui/person/field_words.h"

#include <algorithm>

namespace reeve::ui {

using services::MergedValue;

namespace {

// Contested first, then as one reads a person.
bool comesBefore(const MergedValue &a, const MergedValue &b)
{
    const auto place = [](const MergedValue &value) {
        const auto at = fieldOrder().indexOf(value.field);
        return at < 0 ? fieldOrder().size() : at;
    };
    return a.isContested == b.isContested ? place(a) < place(b) : a.isContested;
}

} // namespace

ValuesViewModel::ValuesViewModel(const services::MergeService &merges, QObject *parent)
    : QObject(parent),
      m_merges(merges)
{}

void ValuesViewModel::load(const domain::PersonId &person)
{
    const quint64 request = ++m_request;
    m_person = person;
    m_state = State::Loading;
    emit changed();
    deliver(m_merges.history(person), this, [this, request](const Result<services::MergeHistory> &history) {
        if (request != m_request)
            return;
        m_state = history ? State::Shown : State::Failed;
        m_values = history ? services::mergedValues(*history) : std::vector<MergedValue>();
        std::ranges::stable_sort(m_values, comesBefore);
        emit changed();
        if (!history)
            emit failed(history.error().code);
    });
}

void ValuesViewModel::clear()
{
    ++m_request;
    m_person = {};
    m_values.clear();
    m_state = State::Empty;
    emit changed();
}

void ValuesViewModel::choose(std::size_t value, std::size_t said)
{
    if (m_state != State::Shown || value >= m_values.size() || said >= m_values[value].said.size())
        return;
    const MergedValue &of = m_values[value];
    m_state = State::Choosing;
    emit changed();
    std::optional<ShownValue> before;
    if (of.shown < of.said.size())
        before = ShownValue{m_person, of.field, of.said[of.shown].record};
    tell({m_person, of.field, of.said[said].record}, before);
}

void ValuesViewModel::choose(const ShownValue &wanted)
{
    tell(wanted, {});
}

void ValuesViewModel::tell(const ShownValue &wanted, const std::optional<ShownValue> &before)
{
    deliver(m_merges.choose(wanted.person, wanted.field, wanted.record), this,
            [this, wanted, before](const Result<> &told) {
                if (wanted.person == m_person)
                    load(m_person); // also after a failure: it may be because of what came meanwhile
                if (told)
                    emit chosen(wanted.field, before);
                else
                    emit failed(told.error().code);
            });
}

} // namespace reeve::ui
