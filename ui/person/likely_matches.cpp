// SPDX-License-Identifier: MIT
#include "ui/person/likely_matches.h"

#include "ui/duplicates/match_row_delegate.h"
#include "ui/duplicates/match_words.h"
#include "ui/parts/row_choice.h"
#include "ui/theme/icons.h"
#include "ui/words/announce.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QTimer>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

LikelyMatches::LikelyMatches(LikelyPersonModel &model, QWidget *parent)
    : QFrame(parent),
      m_model(model),
      m_icon(new QLabel(this)),
      m_title(new QLabel(this)),
      m_list(new QListView(this))
{
    setProperty("role", u"banner"_s);
    m_title->setWordWrap(true);
    m_list->setModel(&model);
    m_list->setItemDelegate(new MatchRowDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setObjectName(u"likelyMatches"_s);
    m_list->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    column->addLayout(head);
    column->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, &LikelyMatches::adopt);
    connect(RowChoice::of(m_list), &RowChoice::chosen, this, &LikelyMatches::adopt);
    retranslate();
    hide();
}

void LikelyMatches::retranslate()
{
    m_list->setAccessibleName(tr("People it may be already"));
    m_model.retranslate();
    sayOutcome();
}

// Told apart in words, by the icon, and by how much it draws the eye: only "very likely" does.
void LikelyMatches::sayOutcome()
{
    const auto outcome = m_model.outcome();
    const bool isMatch = outcome == matching::MatchOutcome::Match;
    const QString role = isMatch ? u"bannerAttention"_s : u"banner"_s;
    if (property("role").toString() != role) {
        setProperty("role", role);
        restyle(this);
        restyle(m_title);
    }
    const bool isNobody = outcome == matching::MatchOutcome::None;
    m_icon->setPixmap(iconPixmap(isMatch    ? u"exclamation-triangle"
                                 : isNobody ? u"person-plus"
                                            : u"question-circle",
                                 isMatch ? Role::Attention : Role::Secondary, fontMetrics().height(),
                                 devicePixelRatioF()));
    m_title->setText(adviceWords(outcome));
}

void LikelyMatches::refresh(bool hasLooked)
{
    m_hasLooked = hasLooked;
    setVisible(hasLooked);
    if (!hasLooked) {
        announceState(m_title, {}); // the same answer to another question is news again
        return;
    }
    sayOutcome();
    m_list->setVisible(m_model.rowCount() > 0);
    fit();
    announceState(m_title, m_model.rowCount() == 0 ? adviceWords(m_model.outcome())
                                                   : tr("%n person(s) on record.", nullptr, m_model.rowCount()) + u' ' +
                                                         adviceWords(m_model.outcome()));
}

void LikelyMatches::fit()
{
    constexpr int rowsShown = 3;
    int height = 2 * m_list->frameWidth() + 4;
    for (int row = 0; row < qMin(m_model.rowCount(), rowsShown); ++row)
        height += m_list->sizeHintForRow(row);
    // The form needs room, too: no more than two fifths of the height, the advice included.
    const int whole = parentWidget() ? parentWidget()->height() : window()->height();
    const int room = whole * 2 / 5 - m_title->heightForWidth(m_title->width());
    m_list->setFixedHeight(qMin(height, qMax(room, grid(9))));
}

void LikelyMatches::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    QTimer::singleShot(0, this, &LikelyMatches::fit); // once the list knows its new width
}

void LikelyMatches::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        sayOutcome(); // the icon is as large as the words
    QFrame::changeEvent(event);
}

void LikelyMatches::step()
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int row = m_list->hasFocus() ? (m_list->currentIndex().row() + 1) % count : 0;
    m_list->setFocus(Qt::ShortcutFocusReason);
    m_list->setCurrentIndex(m_model.index(row));
}

void LikelyMatches::adopt(const QModelIndex &index)
{
    if (index.isValid())
        emit adopted(m_model.rows()[static_cast<size_t>(index.row())].key());
}

bool LikelyMatches::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
        if (isEnter && press->modifiers() == Qt::NoModifier) {
            adopt(m_list->currentIndex());
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace reeve::ui
