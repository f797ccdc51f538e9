// SPDX-License-Identifier: MIT
#include "ui/person/likely_matches.h"

#include "ui/parts/row_choice.h"
#include "ui/person/person_hit_delegate.h"
#include "ui/words/announce.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

LikelyMatches::LikelyMatches(PersonHitModel &model, QWidget *parent)
    : QFrame(parent),
      m_model(model),
      m_title(new QLabel(this)),
      m_list(new QListView(this))
{
    setProperty("role", u"banner"_s);
    m_title->setProperty("role", u"strong"_s);
    m_title->setWordWrap(true);
    m_list->setModel(&model);
    m_list->setItemDelegate(new PersonHitDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setObjectName(u"likelyMatches"_s);
    m_list->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, &LikelyMatches::adopt);
    connect(RowChoice::of(m_list), &RowChoice::chosen, this, &LikelyMatches::adopt);
    retranslate();
    hide();
}

void LikelyMatches::retranslate()
{
    m_title->setText(tr("Is it one of these? F3 goes there, Enter opens that person instead."));
    m_list->setAccessibleName(tr("People it may be already"));
    m_model.retranslate();
}

void LikelyMatches::refresh()
{
    const int count = m_model.rowCount();
    const bool wasHidden = isHidden();
    setVisible(count > 0);
    if (count == 0)
        return;
    constexpr int rowsShown = 3;
    int height = 2 * m_list->frameWidth() + 4;
    for (int row = 0; row < qMin(count, rowsShown); ++row)
        height += m_list->sizeHintForRow(row);
    m_list->setFixedHeight(height);
    if (wasHidden)
        announce(m_title, tr("%n person(s) on record may be the same. F3 goes there.", nullptr, count));
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
        emit adopted(m_model.rows()[static_cast<size_t>(index.row())].hit.id);
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
