// SPDX-License-Identifier: MIT
#include "ui/sync/attention_panel.h"

#include "ui/parts/content_scroll.h"
#include "ui/parts/message_line.h"
#include "ui/parts/plain_label.h"
#include "ui/parts/row_choice.h"
#include "ui/person/field_words.h"
#include "ui/sync/attention_row_delegate.h"
#include "ui/sync/written_view.h"
#include "ui/theme/icons.h"
#include "ui/words/error_words.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using Decision = services::SyncService::Decision;

namespace {

// One side of a conflict: who, and what they wrote.
QFrame *side(const QString &who, const QString &value, QPushButton *keep)
{
    auto *card = new QFrame;
    card->setProperty("role", u"banner"_s);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(grid(1.5), grid(1.5), grid(1.5), grid(1.5));
    layout->setSpacing(grid(1));
    layout->addWidget(plainLabel(who, u"secondary"_s));
    QLabel *text = plainLabel(value, u"strong"_s);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(text, 1);
    layout->addWidget(keep);
    return card;
}

} // namespace

AttentionPanel::AttentionPanel(services::SyncService &sync, QWidget *over)
    : Overlay(Place::Right, 84, over),
      m_viewModel(new AttentionViewModel(sync, this)),
      m_title(new QLabel),
      m_close(new QPushButton),
      m_empty(plainLabel({}, u"secondary"_s)),
      m_list(new QListView),
      m_message(new MessageLine(u"done"_s)),
      m_undo(new QPushButton),
      m_decided(plainLabel({}, u"secondary"_s)),
      m_holder(new ContentScroll)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(grid(3), grid(2), grid(3), grid(3));
    layout->setSpacing(grid(2));
    auto *head = new QHBoxLayout;
    m_title->setProperty("role", u"panelTitle"_s);
    m_close->setProperty("role", u"quiet"_s);
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    layout->addLayout(head);
    auto *said = new QHBoxLayout;
    said->addWidget(m_message, 1);
    m_undo->setProperty("role", u"link"_s);
    m_undo->hide();
    said->addWidget(m_undo);
    layout->addLayout(said);
    layout->addWidget(m_empty);
    m_list->setModel(m_viewModel->model());
    m_list->setItemDelegate(new AttentionRowDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMaximumHeight(grid(36));
    layout->addWidget(m_list, 1);
    m_holder->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus
    layout->addWidget(m_holder, 2);
    m_decided->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_decided->hide();
    layout->addWidget(m_decided);
    setContent(content);

    connect(m_undo, &QPushButton::clicked, m_viewModel, &AttentionViewModel::undo);
    connect(m_close, &QPushButton::clicked, this, &AttentionPanel::close);
    RowChoice::of(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &AttentionPanel::showChosen);
    connect(m_viewModel, &AttentionViewModel::changed, this, &AttentionPanel::showChosen);
    connect(m_viewModel, &AttentionViewModel::done, m_message, &MessageLine::say);
    connect(m_viewModel, &AttentionViewModel::failed, this, [this](ErrorCode code) { m_message->warn(words(code)); });
    retranslate();
}

QWidget *AttentionPanel::firstFocus()
{
    m_message->say({});
    m_viewModel->refresh();
    return m_list;
}

void AttentionPanel::showChosen()
{
    const auto &rows = m_viewModel->model()->rows();
    const bool hadUndo = m_undo->hasFocus();
    m_undo->setVisible(m_viewModel->lastSetAside().has_value());
    if (hadUndo && !m_undo->isVisible())
        (rows.empty() ? static_cast<QWidget *>(m_close) : m_list)->setFocus();
    const QStringList &decided = m_viewModel->decided();
    m_decided->setVisible(!decided.isEmpty());
    m_decided->setText(tr("Decided here in the last week:") + u'\n' + decided.join(u'\n'));
    m_list->setVisible(!rows.empty());
    m_empty->setVisible(rows.empty());
    if (rows.empty() && isOpen())
        m_close->setFocus();
    if (!rows.empty() && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_viewModel->model()->index(0));

    const int current = m_list->currentIndex().row();
    std::optional<AttentionRow> chosen;
    if (current >= 0 && current < static_cast<int>(rows.size()))
        chosen = rows.at(static_cast<std::size_t>(current));
    QWidget *const before = m_holder->widget();
    const bool hadFocus = before && before->isAncestorOf(focusWidget());
    if (before && chosen == m_shown) { // no button goes while a hand is on it
        before->setEnabled(!m_viewModel->isBusy());
        if (hadFocus && m_viewModel->isBusy() && m_list->isVisible())
            m_list->setFocus();
        return;
    }
    m_shown = chosen;
    auto *detail = new QWidget;
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid(1.5));
    if (chosen && chosen->isConflict())
        fillConflict(*chosen, layout);
    else if (chosen)
        fillEntry(*chosen, layout);
    layout->addStretch();
    detail->setEnabled(!m_viewModel->isBusy());
    m_holder->replace(detail);
    if (hadFocus && m_list->isVisible())
        m_list->setFocus();
}

void AttentionPanel::fillConflict(const AttentionRow &row, QVBoxLayout *into)
{
    auto *grid_ = new QGridLayout;
    grid_->setHorizontalSpacing(grid(2));
    grid_->setVerticalSpacing(grid(1));
    int line = 0;
    for (const services::AttentionItem &item : row.items) {
        const auto conflict = *item.conflict;
        const QString field = fieldWords(conflict.field);
        auto *ours = new QPushButton(row.items.size() == 1 ? tr("Keep &ours") : tr("Keep ours"));
        auto *theirs = new QPushButton(row.items.size() == 1 ? tr("Keep &theirs") : tr("Keep theirs"));
        ours->setAccessibleName(tr("Keep ours: %1").arg(field));
        theirs->setAccessibleName(tr("Keep theirs: %1").arg(field));
        connect(ours, &QPushButton::clicked, this,
                [this, id = conflict.id] { m_viewModel->decide(id, Decision::KeepOurs); });
        connect(theirs, &QPushButton::clicked, this,
                [this, id = conflict.id] { m_viewModel->decide(id, Decision::KeepTheirs); });
        grid_->addWidget(plainLabel(field, u"strong"_s), line++, 0, 1, 2);
        grid_->addWidget(side(tr("Ours – %1").arg(conflict.ourAgent), valueWords(conflict.field, conflict.ours), ours),
                         line, 0);
        grid_->addWidget(
            side(tr("Theirs – %1").arg(conflict.theirAgent), valueWords(conflict.field, conflict.theirs), theirs),
            line++, 1);
    }
    grid_->setColumnStretch(0, 1);
    grid_->setColumnStretch(1, 1);
    into->addLayout(grid_);
}

void AttentionPanel::fillEntry(const AttentionRow &row, QVBoxLayout *into)
{
    const services::AttentionItem &item = row.items.front();
    const qint64 sequence = item.sequence;
    into->addWidget(plainLabel(row.title, u"strong"_s));
    into->addWidget(plainLabel(row.reason, u"secondary"_s));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid(1));
    if (!row.isRejected()) {
        auto *again = new QPushButton(icon(u"arrow-repeat", Role::OnAccent), tr("&Send again"));
        again->setProperty("role", u"primary"_s);
        connect(again, &QPushButton::clicked, this, [this, sequence] { m_viewModel->sendAgain(sequence); });
        buttons->addWidget(again);
    }
    if (item.person) {
        auto *mend = new QPushButton(icon(u"person"), tr("&Open the person"));
        mend->setToolTip(tr("To put it right by hand. Then set this aside."));
        connect(mend, &QPushButton::clicked, this, [this, person = *item.person] {
            close();
            emit personRequested(person);
        });
        buttons->addWidget(mend);
    }
    auto *aside = new QPushButton(icon(u"archive"), tr("Set &aside"));
    aside->setToolTip(tr("You have dealt with it in another way. The centre keeps what it was sent."));
    connect(aside, &QPushButton::clicked, this, [this, sequence] { m_viewModel->setAside(sequence); });
    buttons->addWidget(aside);
    buttons->addStretch();
    into->addLayout(buttons);
    if (item.entry)
        into->addWidget(askSupervisor(item.entry->toString()), 0, Qt::AlignLeft);
    into->addWidget(new WrittenView(item));
}

// Nothing about anybody leaves with it: only the number under which the centre keeps the entry.
QPushButton *AttentionPanel::askSupervisor(const QString &number)
{
    auto *ask = new QPushButton(icon(u"people"), tr("As&k your supervisor"));
    ask->setProperty("role", u"quiet"_s);
    ask->setToolTip(
        tr("Copies the number %1. A supervisor can look it up at the centre, mend it or decide about it.").arg(number));
    connect(ask, &QPushButton::clicked, this, [this, number] {
        QGuiApplication::clipboard()->setText(number);
        m_message->say(tr("Its number is copied: paste it into a message to your supervisor."));
    });
    return ask;
}

void AttentionPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_shown.reset();
        m_viewModel->refresh();
    }
    Overlay::changeEvent(event);
}

void AttentionPanel::retranslate()
{
    m_title->setText(tr("Needs attention"));
    m_close->setText(tr("Close  Esc"));
    m_empty->setText(tr("Nothing needs you here. What the centre cannot take, and what two people change at once, is "
                        "shown here with what you can do about it."));
    m_list->setAccessibleName(tr("What needs attention"));
    m_undo->setText(tr("Undo"));
    m_undo->setAccessibleName(tr("Undo: take up again what was set aside"));
    setAccessibleName(tr("Needs attention"));
}

} // namespace reeve::ui
