// SPDX-License-Identifier: MIT
#include "ui/duplicates/values_panel.h"

#include "ui/duplicates/merge_words.h"
#include "ui/parts/content_scroll.h"
#include "ui/parts/message_line.h"
#include "ui/parts/plain_label.h"
#include "ui/person/field_words.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using services::MergedValue;

ValuesPanel::ValuesPanel(const services::MergeService &merges, QWidget *over)
    : Overlay(Place::Right, 84, over),
      m_viewModel(new ValuesViewModel(merges, this)),
      m_title(plainLabel({}, u"panelTitle"_s)),
      m_close(new QPushButton),
      m_about(plainLabel({}, u"secondary"_s)),
      m_message(new MessageLine(u"attention"_s)),
      m_list(new ContentScroll)
{
    m_close->setProperty("role", u"quiet"_s);
    m_list->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(grid(3), grid(2), grid(3), grid(3));
    column->setSpacing(grid(1.5));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    column->addLayout(head);
    column->addWidget(m_about);
    column->addWidget(m_message);
    column->addWidget(m_list, 1);
    setContent(content);

    connect(m_close, &QPushButton::clicked, this, &ValuesPanel::close);
    connect(m_viewModel, &ValuesViewModel::changed, this, &ValuesPanel::render);
    connect(m_viewModel, &ValuesViewModel::failed, this,
            [this](ErrorCode code) { m_message->say(mergeFailureWords(code)); });
    connect(m_viewModel, &ValuesViewModel::chosen, this,
            [this](const QString &field, const std::optional<ShownValue> &before) {
                m_message->say({});
                emit chosen(before ? tr("%1: another value is shown.").arg(fieldWords(field))
                                   : tr("Taken back: %1.").arg(fieldWords(field)),
                            before);
            });
    connect(this, &Overlay::closed, this, &ValuesPanel::forget);
    retranslate();
}

void ValuesPanel::openFor(const domain::PersonId &person)
{
    m_message->say({});
    m_focused.clear();
    m_viewModel->load(person);
    open();
}

void ValuesPanel::forget()
{
    close();
    m_viewModel->clear();
}

QWidget *ValuesPanel::firstFocus()
{
    return m_close;
}

void ValuesPanel::render()
{
    const auto state = m_viewModel->state();
    if (state == ValuesViewModel::State::Choosing)
        return; // what is shown stays until there is something else
    const bool isLooking = state == ValuesViewModel::State::Loading;
    if (!isLooking || m_viewModel->values().empty())
        rebuild();
    if (isLooking)
        m_about->setText(tr("Looking…"));
    else if (m_viewModel->values().empty())
        m_about->setText(tr("No values differ: there is nothing to choose."));
    else
        m_about->setText(tr("The records behind this person say different things. Every value is kept; one is shown."));
}

void ValuesPanel::rebuild()
{
    const bool hadFocus = m_list->isAncestorOf(focusWidget()) || m_close->hasFocus();
    auto *cards = new QWidget;
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(1));
    for (std::size_t value = 0; value < m_viewModel->values().size(); ++value)
        column->addWidget(cardOf(value));
    column->addStretch(1);
    m_list->replace(cards);
    if (!hadFocus || !isOpen())
        return;
    const auto buttons = cards->findChildren<QPushButton *>();
    const auto same = std::ranges::find_if(
        buttons, [this](const QPushButton *one) { return one->property("field").toString() == m_focused; });
    if (same != buttons.cend())
        (*same)->setFocus();
    else
        (buttons.isEmpty() ? m_close : buttons.front())->setFocus();
}

QWidget *ValuesPanel::cardOf(std::size_t value)
{
    const MergedValue &of = m_viewModel->values()[value];
    auto *card = new QFrame;
    card->setProperty("role", of.isContested ? u"bannerAttention"_s : u"banner"_s);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(grid(1.5), grid(1), grid(1.5), grid(1));
    column->setSpacing(grid(0.5));
    column->addWidget(plainLabel(fieldWords(of.field), u"secondary"_s));
    if (of.isContested)
        column->addWidget(plainLabel(tr("Two desks chose differently. Which is right?"), u"attention"_s));
    auto *lines = new QGridLayout;
    lines->setHorizontalSpacing(grid(2));
    lines->setVerticalSpacing(grid(0.5));
    lines->setColumnStretch(0, 1);
    column->addLayout(lines);
    for (std::size_t said = 0; said < of.said.size(); ++said)
        addSaid(lines, value, said);
    return card;
}

void ValuesPanel::addSaid(QGridLayout *lines, std::size_t value, std::size_t said)
{
    const MergedValue &of = m_viewModel->values()[value];
    const bool isShown = said == of.shown;
    const QString words = valueWords(of.field, of.said[said].value);
    const int row = static_cast<int>(said);
    lines->addWidget(plainLabel(words, isShown ? u"strong"_s : QString()), row, 0);
    if (isShown && !of.isContested) {
        lines->addWidget(plainLabel(tr("is shown"), u"secondary"_s), row, 1);
        return;
    }
    auto *choose = new QPushButton(isShown ? tr("Keep this") : tr("Show this"));
    choose->setProperty("field", of.field);
    choose->setAccessibleName(isShown ? tr("%1: keep %2").arg(fieldWords(of.field), words)
                                      : tr("%1: show %2").arg(fieldWords(of.field), words));
    connect(choose, &QPushButton::clicked, this, [this, field = of.field, value, said] {
        m_focused = field;
        m_viewModel->choose(value, said);
    });
    lines->addWidget(choose, row, 1);
}

void ValuesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Overlay::changeEvent(event);
}

void ValuesPanel::retranslate()
{
    setAccessibleName(tr("Choose between merged values"));
    m_title->setText(tr("Choose between merged values"));
    m_close->setText(tr("Close  Esc"));
    render();
}

} // namespace reeve::ui
