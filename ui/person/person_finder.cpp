// SPDX-License-Identifier: MIT
#include "ui/person/person_finder.h"

#include "ui/parts/drop_list.h"
#include "ui/person/find_view_model.h"
#include "ui/person/person_hit_delegate.h"

#include <QLineEdit>

namespace reeve::ui {

namespace {

constexpr int leastTyped = 2; // one letter finds half the borough

} // namespace

PersonFinder::PersonFinder(services::PersonService &service, QLineEdit *field)
    : QObject(field),
      m_field(field),
      m_viewModel(new FindViewModel(service, this, PersonHitModel::Offer::None)),
      m_drop(new DropList(field, &m_viewModel->model()))
{
    m_drop->takeKeys();
    m_drop->setDelegate(new PersonHitDelegate(m_drop));
    connect(field, &QLineEdit::textChanged, this, &PersonFinder::typed);
    connect(m_viewModel, &FindViewModel::answered, this, &PersonFinder::showResults);
    connect(m_drop, &DropList::chosen, this, &PersonFinder::take);
    retranslate();
}

void PersonFinder::setBeside(const domain::PersonId &person)
{
    m_viewModel->setBeside(person);
    m_viewModel->setExcept(person);
}

void PersonFinder::retranslate()
{
    m_drop->setListName(tr("People on record"));
    m_viewModel->model().retranslate();
}

void PersonFinder::typed(const QString &text)
{
    if (m_field->isReadOnly())
        return;
    const bool isName = text.trimmed().size() >= leastTyped;
    if (isName && !m_field->hasFocus())
        m_field->setFocus(); // typed through the accessibility bus
    m_viewModel->setQuery(isName ? text : QString());
}

void PersonFinder::showResults()
{
    const int count = m_viewModel->model().hitCount();
    if (count == 0 || m_field->isReadOnly() || !m_field->hasFocus()) {
        m_drop->fold();
        return;
    }
    m_drop->say(
        tr("%n person(s) on record. Enter links the marked one; Tab keeps the name as it is told.", nullptr, count));
    m_drop->setCurrentRow(0);
    m_drop->open();
}

void PersonFinder::take(int row)
{
    const auto &rows = m_viewModel->model().rows();
    // Only what is on screen for exactly this text: an older answer might be somebody else.
    if (row < 0 || row >= static_cast<int>(rows.size()) || !m_viewModel->isAnswered())
        return;
    const services::PersonHit hit = rows[static_cast<std::size_t>(row)].hit;
    m_viewModel->setQuery({});
    m_drop->fold();
    emit chosen(hit);
}

} // namespace reeve::ui
