// SPDX-License-Identifier: MIT
#include "ui/interaction/work_empty_page.h"

#include "ui/shell/commands.h"
#include "ui/theme/icons.h"
#include "ui/words/error_words.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Beginning
{
    domain::Channel channel;
    domain::Direction direction;
    Command command;
};

constexpr Beginning beginnings[] = {
    {domain::Channel::Phone, domain::Direction::Inbound, Command::StartPhoneIn},
    {domain::Channel::Phone, domain::Direction::Outbound, Command::StartPhoneOut},
    {domain::Channel::FaceToFace, domain::Direction::Inbound, Command::StartFaceToFace},
    {domain::Channel::Email, domain::Direction::Inbound, Command::StartEmail},
    {domain::Channel::Web, domain::Direction::Inbound, Command::StartWeb},
    {domain::Channel::Letter, domain::Direction::Inbound, Command::StartLetter},
    {domain::Channel::Telecare, domain::Direction::Inbound, Command::StartLifeline},
};

} // namespace

WorkEmptyPage::WorkEmptyPage(QWidget *parent) : QWidget(parent), m_title(new QLabel(this)), m_hint(new QLabel(this))
{
    m_title->setProperty("role", u"panelTitle"_s);
    m_hint->setProperty("role", u"secondary"_s);
    m_hint->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(32, 32, 32, 32);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setRowStretch(0, 1);
    grid->addWidget(m_title, 1, 1, 1, 2);
    grid->addWidget(m_hint, 2, 1, 1, 2);
    grid->setRowMinimumHeight(3, 12);
    int row = 4;
    for (const Beginning &beginning : beginnings) {
        const Start start{new QPushButton(this), new QLabel(this)};
        start.button->setIcon(icon(QString::fromLatin1(textOf(beginning.command).icon), Role::Secondary));
        start.button->setProperty("role", u"start"_s);
        start.button->setMinimumHeight(32);
        start.key->setProperty("role", u"key"_s);
        connect(start.button, &QPushButton::clicked, this,
                [this, beginning] { emit startRequested(beginning.channel, beginning.direction); });
        grid->addWidget(start.button, row, 1);
        grid->addWidget(start.key, row++, 2, Qt::AlignLeft | Qt::AlignVCenter);
        m_starts.push_back(start);
    }
    grid->setRowStretch(row, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(3, 1);
    retranslate();
}

void WorkEmptyPage::focusFirst()
{
    m_starts.front().button->setFocus(Qt::OtherFocusReason);
}

void WorkEmptyPage::retranslate()
{
    m_title->setText(tr("Nothing in work"));
    m_hint->setText(
        tr("Begin with how they are in touch. Find the person before or after, with %1; nobody need be known.")
            .arg(keyWords(Command::Find)));
    size_t at = 0;
    for (const Start &start : m_starts) {
        const Beginning &beginning = beginnings[at++];
        start.button->setText(nameOf(beginning.command));
        start.key->setText(keyWords(beginning.command));
    }
}

} // namespace reeve::ui
