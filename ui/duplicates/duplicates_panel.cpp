// SPDX-License-Identifier: MIT
#include "ui/duplicates/duplicates_panel.h"

#include "ui/duplicates/match_row_delegate.h"
#include "ui/duplicates/merge_words.h"
#include "ui/duplicates/pair_view.h"
#include "ui/parts/flow_layout.h"
#include "ui/parts/message_line.h"
#include "ui/parts/row_choice.h"
#include "ui/theme/icons.h"
#include "ui/words/announce.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using domain::PairVerdict;
using State = DuplicatesViewModel::State;

DuplicatesPanel::DuplicatesPanel(services::DuplicateService &duplicates, const services::MergeService &merges,
                                 services::SyncService &sync, QWidget *over)
    : Overlay(Place::Right, 176, over),
      m_viewModel(new DuplicatesViewModel(duplicates, merges, sync, this)),
      m_title(new QLabel),
      m_close(button(u"quiet"_s, {})),
      m_status(new QLabel),
      m_progress(new QProgressBar),
      m_search(button({}, u"arrow-repeat")),
      m_which(button(u"quiet"_s, {})),
      m_message(new MessageLine(u"done"_s)),
      m_undo(button(u"link"_s, {})),
      m_list(new QListView),
      m_pair(new PairView(m_viewModel->pair())),
      m_buttons{button(u"primary"_s, {}), button({}, {}),           button({}, {}),         button(u"quiet"_s, {}),
                button(u"quiet"_s, {}),   button(u"primary"_s, {}), button(u"quiet"_s, {}), button(u"primary"_s, {})}
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(grid(3), grid(2), grid(3), grid(2));
    column->setSpacing(grid(1.5));
    m_title->setProperty("role", u"panelTitle"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(grid(2));
    head->addWidget(m_title);
    head->addWidget(m_message, 100); // there is room for it at all times: nothing below moves
    head->addStretch(1);
    head->addWidget(m_undo);
    head->addWidget(m_close);
    m_undo->hide();
    column->addLayout(head);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(grid(3));
    m_listSide = listSide();
    sides->addWidget(m_listSide, 1);
    sides->addWidget(pairSide(), 3);
    column->addLayout(sides, 1);
    setContent(content);

    connect(m_close, &QPushButton::clicked, this, &DuplicatesPanel::close);
    connect(m_search, &QPushButton::clicked, this,
            [this] { m_viewModel->state() == State::Searching ? m_viewModel->stop() : m_viewModel->search(); });
    connect(m_undo, &QPushButton::clicked, m_viewModel, &DuplicatesViewModel::undo);
    connect(m_buttons.same, &QPushButton::clicked, this, [this] { setChoosing(true); });
    connect(m_buttons.back, &QPushButton::clicked, this, [this] { setChoosing(false); });
    connect(m_buttons.merge, &QPushButton::clicked, this, [this] { m_viewModel->pair().merge(); });
    connect(m_buttons.notSame, &QPushButton::clicked, this, [this] { m_viewModel->decide(PairVerdict::NotSame); });
    connect(m_buttons.later, &QPushButton::clicked, this, [this] { m_viewModel->decide(PairVerdict::Later); });
    connect(m_buttons.previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_buttons.next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_buttons.takeBack, &QPushButton::clicked, m_viewModel, &DuplicatesViewModel::takeBack);
    connect(m_which, &QPushButton::clicked, this, &DuplicatesPanel::changeList);
    connect(m_viewModel, &DuplicatesViewModel::changed, this, &DuplicatesPanel::showState);
    connect(m_viewModel, &DuplicatesViewModel::done, this, &DuplicatesPanel::sayDone);
    connect(m_viewModel, &DuplicatesViewModel::failed, this,
            [this](ErrorCode code) { m_message->warn(mergeFailureWords(code)); });
    connect(m_viewModel, &DuplicatesViewModel::localChange, this, &DuplicatesPanel::localChange);
    connect(m_viewModel, &DuplicatesViewModel::peopleChanged, this, &DuplicatesPanel::peopleChanged);
    connect(m_viewModel, &DuplicatesViewModel::rowWanted, this, [this](int row) {
        m_list->setCurrentIndex(m_viewModel->model().index(row));
        m_viewModel->open(row);
        if (isOpen())
            (row >= 0 ? static_cast<QWidget *>(m_list) : m_viewModel->isDecidedList() ? m_which : m_search)->setFocus();
    });
    connect(&m_viewModel->pair(), &PairViewModel::changed, this, &DuplicatesPanel::showPair);
    retranslate();
}

QPushButton *DuplicatesPanel::button(const QString &role, QStringView iconName)
{
    auto *made = new QPushButton;
    if (!role.isEmpty())
        made->setProperty("role", role);
    if (!iconName.isEmpty())
        made->setIcon(icon(iconName, Role::Secondary));
    return made;
}

QWidget *DuplicatesPanel::listSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(1));
    m_status->setProperty("role", u"secondary"_s);
    m_status->setWordWrap(true);
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(grid(0.75));
    m_list->setModel(&m_viewModel->model());
    m_list->setItemDelegate(new MatchRowDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // a row is as high as its words need in this width
    QScrollBar *bar = m_list->verticalScrollBar(); // its room is always there; its handle when there is more to see
    bar->setEnabled(false);
    connect(bar, &QScrollBar::rangeChanged, bar, [bar](int least, int most) { bar->setEnabled(most > least); });
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setLayoutMode(QListView::Batched); // hundreds of rows are measured bit by bit
    m_list->setBatchSize(20);
    m_list->setObjectName(u"duplicates"_s);
    m_list->installEventFilter(this); // a list takes letters for a search among its rows
    RowChoice::of(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { m_viewModel->open(index.row()); });
    column->addWidget(m_status);
    column->addWidget(m_progress);
    column->addWidget(m_list, 1);
    auto *lists = new FlowLayout(grid(1));
    lists->addWidget(m_search);
    lists->addWidget(m_which);
    column->addLayout(lists);
    return side;
}

QWidget *DuplicatesPanel::pairSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(1.5));
    auto *rule = new QFrame;
    rule->setProperty("role", u"hairline"_s);
    rule->setFixedHeight(1);
    auto *answers = new FlowLayout(grid(1));
    for (QPushButton *one : {m_buttons.same, m_buttons.merge, m_buttons.notSame, m_buttons.later, m_buttons.back,
                             m_buttons.takeBack, m_buttons.previous, m_buttons.next})
        answers->addWidget(one);
    column->addWidget(m_pair, 1);
    column->addWidget(rule);
    column->addLayout(answers);
    return side;
}

QWidget *DuplicatesPanel::firstFocus()
{
    m_message->say({});
    m_viewModel->lookUp();
    showState();
    return m_viewModel->model().rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_search;
}

void DuplicatesPanel::showState()
{
    const bool isSearching = m_viewModel->state() == State::Searching;
    m_status->setText(statusWords());
    if (!isSearching) // not read out at every per cent
        announceState(m_status, statusWords());
    m_progress->setVisible(isSearching);
    m_progress->setValue(m_viewModel->percent());
    const bool isDecided = m_viewModel->isDecidedList();
    m_search->setVisible(!isDecided);
    m_which->setVisible(!isSearching);
    m_which->setText(isDecided ? tr("Back to the review  D") : tr("Decided…  D"));
    m_which->setAccessibleName(isDecided ? tr("Back to the pairs to review")
                                         : tr("Show the pairs that were said not to be the same"));
    m_list->setAccessibleName(isDecided ? tr("Pairs that were said not to be the same")
                                        : tr("Pairs that may be one person"));
    m_search->setText(isSearching                 ? tr("Stop the search")
                      : m_viewModel->people() > 0 ? tr("Search again")
                                                  : tr("Compare everybody"));
    m_list->setVisible(m_viewModel->model().rowCount() > 0);
    const bool hadUndo = m_undo->hasFocus();
    m_undo->setVisible(m_viewModel->canUndo());
    if (hadUndo && !m_undo->isVisible())
        m_list->setFocus();
    showPair();
}

void DuplicatesPanel::showPair()
{
    const PairViewModel &pair = m_viewModel->pair();
    const bool isShown = pair.state() == PairViewModel::State::Shown || pair.state() == PairViewModel::State::Loading;
    const bool isChoosing = pair.isChoosing();
    const bool hadFocus = (m_buttons.merge->hasFocus() || m_buttons.back->hasFocus()) && !isChoosing;
    const bool isDecided = m_viewModel->isDecidedList();
    // Three columns of large text need the whole width.
    m_listSide->setVisible(!isChoosing || width() >= grid(140));
    for (QPushButton *one : {m_buttons.same, m_buttons.notSame, m_buttons.later})
        one->setVisible(isShown && !isChoosing && !isDecided);
    m_buttons.takeBack->setVisible(isShown && isDecided);
    for (QPushButton *one : {m_buttons.previous, m_buttons.next})
        one->setVisible(isShown && !isChoosing);
    for (QPushButton *one : {m_buttons.merge, m_buttons.back})
        one->setVisible(isChoosing);
    m_buttons.merge->setEnabled(pair.state() == PairViewModel::State::Shown);
    if (hadFocus && m_list->isVisible())
        m_list->setFocus();
}

void DuplicatesPanel::setChoosing(bool isChoosing)
{
    m_viewModel->pair().setChoosing(isChoosing);
    if (!isChoosing)
        m_list->setFocus();
    else if (m_viewModel->pair().isChoosing() && !m_pair->focusFirstChoice())
        m_buttons.merge->setFocus();
}

void DuplicatesPanel::changeList()
{
    m_message->say({});
    if (m_viewModel->isDecidedList())
        m_viewModel->lookUp();
    else
        m_viewModel->showDecided();
}

void DuplicatesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    Overlay::changeEvent(event);
}

} // namespace reeve::ui
